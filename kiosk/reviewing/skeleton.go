package reviewing

import (
	"context"
	"errors"
	"fmt"
	"io"

	"motcua/client"
	"motcua/client/review"
	"motcua/tui/line/exit"
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/procedures"
)

// New writes the beginning of a file of reviews: the page of a procedure as it was read.
// The code is a procedure's.
func (r *Run) New(ctx context.Context, procedureCode string) error {
	opened, err := r.Wiring.Open(ctx)
	if err != nil {
		return err
	}
	service := opened.Service
	t := text.For(r.Lang)
	env := view.Env{Texts: t, Now: service.Now(), Calendar: service.Calendar(), Desk: r.Config.Place.Desk, NoDossiers: !r.Config.TracksDossiers(), Medium: view.Command}
	answer, err := service.Show(ctx, procedureCode)
	if err != nil {
		r.tell(failure.Procedure(err, procedureCode, env))
		switch {
		case errors.Is(err, client.ErrNotFound):
			return &exit.Error{Code: exit.NotFound}
		case errors.Is(err, client.ErrUnavailable), errors.Is(err, client.ErrOffline):
			return &exit.Error{Code: exit.Unreachable}
		}
		return &exit.Error{Code: exit.Failed}
	}
	if answer.Value.Outline {
		r.tell(fmt.Sprintf(operator.PapersOutline.In(r.Lang), procedureCode))
		return &exit.Error{Code: exit.Unreachable}
	}
	answer.Review = nil // as the page was read, without a review
	doc := procedures.Document(answer, env)
	_, err = io.WriteString(r.Out, review.Skeleton(answer.Value, r.Config.Office(), service.Now(), doc.Get("time").Items(), doc.Get("cost").Items(), review.SkeletonWords{
		Head: operator.PapersHead.In(r.Lang), Papers: operator.PapersSkeletonPapers.In(r.Lang), Closely: operator.PapersSkeletonClosely.In(r.Lang),
		Terms: operator.PapersSkeletonTerms.In(r.Lang), Note: operator.PapersNoteHere.In(r.Lang), Office: operator.PapersOfficeHere.In(r.Lang),
	}))
	return err
}
