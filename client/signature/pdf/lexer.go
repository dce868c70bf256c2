package pdf

const (
	// deepest is how deep arrays and dictionaries may stand in each other. Those of real
	// files stand fewer than ten deep.
	deepest = 64
	// mostValues is how many values one object may have.
	mostValues = 200_000
	// mostString is how much of a string is kept. What is longer is a message, and that is read
	// from the file itself.
	mostString = 64 << 10
	// stepBytes is how many bytes of a string or a comment count as one step.
	stepBytes = 16
)

// lexer reads values out of bytes.
type lexer struct {
	b      []byte
	at     int
	packed bool
	values int
	steps  *int // what is left of all steps for the file
}

// step counts one token.
func (l *lexer) step() error {
	if *l.steps--; *l.steps < 0 {
		return ErrTooComplex
	}
	return nil
}

// passed counts the bytes since a place, so that reading a long string again and again ends.
func (l *lexer) passed(since int) { *l.steps -= (l.at - since) / stepBytes }

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip goes over white space and comments.
func (l *lexer) skip() {
	defer l.passed(l.at)
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// value reads one value, with a reference as one.
func (l *lexer) value(depth int) (Value, error) {
	v, err := l.token(depth)
	if err != nil || v.Kind != Integer || v.Int < 0 {
		return v, err
	}
	// "12 0 R" begins like a number.
	back := l.at
	gen, err := l.digits()
	if err == nil {
		l.skip()
		if l.at < len(l.b) && l.b[l.at] == 'R' && (l.at+1 == len(l.b) || isSpace(l.b[l.at+1]) || isDelimiter(l.b[l.at+1])) {
			l.at++
			return Value{Kind: Reference, Int: v.Int, Gen: gen, From: v.From, To: l.at, Packed: l.packed}, nil
		}
	}
	l.at = back
	return v, nil
}

// digits reads a small number without a sign.
func (l *lexer) digits() (int64, error) {
	l.skip()
	from := l.at
	var n int64
	for l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '9' {
		if l.at-from >= 12 {
			return 0, ErrBroken
		}
		n = n*10 + int64(l.b[l.at]-'0')
		l.at++
	}
	if l.at == from {
		return 0, ErrBroken
	}
	return n, nil
}

// token reads one value; the parts of a reference are three.
func (l *lexer) token(depth int) (Value, error) {
	if err := l.step(); err != nil {
		return Value{}, err
	}
	if l.values++; depth > deepest || l.values > mostValues {
		return Value{}, ErrTooComplex
	}
	l.skip()
	if l.at >= len(l.b) {
		return Value{}, ErrBroken
	}
	v := Value{From: l.at, Packed: l.packed}
	var err error
	switch c := l.b[l.at]; {
	case c == '/':
		err = l.name(&v)
	case c == '(':
		err = l.literal(&v)
	case c == '[':
		err = l.array(&v, depth)
	case c == '<' && l.at+1 < len(l.b) && l.b[l.at+1] == '<':
		err = l.dict(&v, depth)
	case c == '<':
		err = l.hex(&v)
	case isDelimiter(c):
		err = ErrBroken
	default:
		l.word(&v)
	}
	v.To = l.at
	return v, err
}

func (l *lexer) name(v *Value) error {
	defer l.passed(l.at)
	v.Kind = Name
	l.at++
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		c := l.b[l.at]
		if c == '#' && l.at+2 < len(l.b) {
			hi, ok := nibble(l.b[l.at+1])
			lo, ok2 := nibble(l.b[l.at+2])
			if ok && ok2 {
				c = hi<<4 | lo
				l.at += 2
			}
		}
		l.at++
		if v.Bytes = append(v.Bytes, c); len(v.Bytes) > 1024 {
			return ErrBroken
		}
	}
	return nil
}

// literal reads a string in round brackets, which may contain more of them.
func (l *lexer) literal(v *Value) error {
	defer l.passed(l.at)
	v.Kind = String
	l.at++
	for open := 1; l.at < len(l.b); {
		c := l.b[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return nil
			}
		case '\\':
			l.escape(v)
			continue
		}
		v.keep(c)
	}
	return ErrBroken
}

// keep adds a byte of a string.
func (v *Value) keep(c byte) {
	if len(v.Bytes) < mostString {
		v.Bytes = append(v.Bytes, c)
	}
}

// escape reads what follows a backslash.
func (l *lexer) escape(v *Value) {
	if l.at >= len(l.b) {
		return
	}
	c := l.b[l.at]
	l.at++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := int(c - '0')
		for i := 0; i < 2 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; i++ {
			n = n*8 + int(l.b[l.at]-'0')
			l.at++
		}
		c = byte(n)
	}
	v.keep(c)
}

func (l *lexer) hex(v *Value) error {
	defer l.passed(l.at)
	v.Kind, v.Hex = String, true
	l.at++
	half, odd := byte(0), false
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		if c == '>' {
			if odd {
				v.keep(half << 4)
			}
			return nil
		}
		if isSpace(c) {
			continue
		}
		n, ok := nibble(c)
		if !ok {
			return ErrBroken
		}
		if odd {
			v.keep(half<<4 | n)
		}
		half, odd = n, !odd
	}
	return ErrBroken
}

func nibble(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func (l *lexer) array(v *Value, depth int) error {
	v.Kind = Array
	l.at++
	for {
		l.skip()
		if l.at < len(l.b) && l.b[l.at] == ']' {
			l.at++
			return nil
		}
		item, err := l.value(depth + 1)
		if err != nil {
			return err
		}
		if item.Kind == Word {
			return ErrBroken
		}
		v.Items = append(v.Items, item)
	}
}

func (l *lexer) dict(v *Value, depth int) error {
	v.Kind = Dict
	l.at += 2
	for {
		l.skip()
		if l.at+1 < len(l.b) && l.b[l.at] == '>' && l.b[l.at+1] == '>' {
			l.at += 2
			return nil
		}
		key, err := l.token(depth + 1)
		if err != nil {
			return err
		}
		if key.Kind != Name {
			return ErrBroken
		}
		val, err := l.value(depth + 1)
		if err != nil {
			return err
		}
		if val.Kind == Word {
			return ErrBroken
		}
		v.Pairs = append(v.Pairs, Pair{string(key.Bytes), val})
	}
}

// word reads a number or a keyword.
func (l *lexer) word(v *Value) {
	defer l.passed(l.at)
	from := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	w := l.b[from:l.at]
	switch {
	case string(w) == "true" || string(w) == "false":
		v.Kind = Bool
		if w[0] == 't' {
			v.Int = 1
		}
	case string(w) == "null":
		v.Kind = Null
	default:
		v.Kind = number(w, &v.Int)
	}
	if v.Kind == Word {
		v.Bytes = w
	}
}

// number reads an integer into n and tells a real number from other words.
func number(w []byte, n *int64) Kind {
	digits, dots, sum := 0, 0, int64(0)
	for i, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
			if digits > 18 {
				return Real
			}
			sum = sum*10 + int64(c-'0')
		case c == '.':
			dots++
		case (c == '+' || c == '-') && i == 0:
		default:
			return Word
		}
	}
	switch {
	case digits == 0 || dots > 1:
		return Word
	case dots == 1:
		return Real
	}
	if w[0] == '-' {
		sum = -sum
	}
	*n = sum
	return Integer
}
