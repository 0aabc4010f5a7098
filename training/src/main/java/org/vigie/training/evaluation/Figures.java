package org.vigie.training.evaluation;

/**
 * The figures by which a model is judged, each in [0, 1].
 *
 * @param averagePrecision mean, over risky adverts, of precision at their rank
 * @param f1 harmonic mean of precision and recall of what is called risky
 * @param brier mean squared error of probabilities; lower is better
 * @param calibrationError expected calibration error over ten bins; lower is better
 */
public record Figures(double averagePrecision, double f1, double brier, double calibrationError) {}
