// Package quality has the words in which the quality of service is spoken of, by Decision
// 766/QĐ-TTg of 2022: a total of 100 points in six groups, for the country, its provinces
// and the units below them. Package scores knows the figures.
//
// Nothing in it is counted here. Points, shares and changes are those of the portal; where
// it gives none there is none, also where a sum could be made. What a figure was counted of
// is kept beside it, because the portal gives points where there was nothing to count.
package quality
