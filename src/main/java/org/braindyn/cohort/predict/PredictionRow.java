package org.braindyn.cohort.predict;

/**
 * How well one set of features foretells the variable.
 *
 * @param name features, "covariates + " before them where there are any
 * @param skill R2 of a score, AUROC of two classes, of people left out
 * @param explained of a score the share of its variance that goes with people's features beyond
 *     covariates ({@code VarianceShare}); NaN of classes
 * @param p share of shuffled data sets that do as well; NaN if none were made
 * @param gain skill beyond that of the covariates alone
 * @param beside skill beyond that of functional connectivity
 * @param sitesOut skill where whole sites are left out; NaN for one site
 * @param slope of the truth on the prediction (of two classes in log-odds); 1 is calibrated, below
 *     1 predictions are too far apart
 * @param association of a score the correlation of prediction and truth, covariates' part taken
 *     from both; of two classes the mean squared error of probabilities (Brier)
 * @param needed people for 80 % power to find this association at 0.05, two-sided; NaN if there is
 *     none
 * @param predicted value, or probability of the second class, of every person
 */
public record PredictionRow(
    String name,
    Estimate skill,
    Estimate explained,
    double p,
    Estimate gain,
    Estimate beside,
    double sitesOut,
    double slope,
    double association,
    double needed,
    double[] predicted) {}
