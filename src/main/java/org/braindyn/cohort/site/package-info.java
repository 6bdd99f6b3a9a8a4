/**
 * What of a model holds for recordings of another site: gaps, forecasts, embeddings, each beside
 * what linear algebra carries over and what the new site knows alone. May import imputation and
 * what {@code cohort} may. Read {@link org.braindyn.cohort.site.NewScanner} first.
 */
package org.braindyn.cohort.site;
