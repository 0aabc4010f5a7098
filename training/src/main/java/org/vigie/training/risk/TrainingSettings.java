package org.vigie.training.risk;

/**
 * How a model is trained.
 *
 * @param l2 weight of the penalty on squared weights, above 0
 * @param cutoff campaigns a feature must be found in to be used, at least 1
 * @param iterations most steps of the optimiser
 * @param logRatios whether words are scaled by how much they tell before training
 */
record TrainingSettings(double l2, int cutoff, int iterations, boolean logRatios) {
  static TrainingSettings defaults() {
    return new TrainingSettings(0.3, 3, 100, true);
  }
}
