package org.vigie.training.evaluation;

/**
 * A feature of a model with its weight.
 *
 * @param feature the feature in words
 * @param weight what one unit of it adds to the log-odds of risk
 */
public record Weighted(String feature, double weight) {}
