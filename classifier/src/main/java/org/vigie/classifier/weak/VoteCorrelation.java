package org.vigie.classifier.weak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How far labelling functions of one category repeat one another. */
final class VoteCorrelation {
  private final VoteTable table;
  private final double[][] rates;

  /**
   * @param rates function → outcome → how often it fires
   */
  VoteCorrelation(VoteTable table, double[][] rates) {
    this.table = table;
    this.rates = rates;
  }

  /**
   * Returns how far functions of one category fire together beyond what the outcomes explain: the
   * mean of the correlations of pairs under the model, in [0, 1] (Kish's intraclass correlation).
   * Nothing is known of the truth of an advert for it.
   *
   * @param posteriors pattern of votes → the probability of each outcome
   */
  double given(Function<String, double[]> posteriors) {
    List<int[]> pairs = pairsOfOneCategory();
    double[] together = new double[pairs.size()];
    double[] first = new double[pairs.size()];
    double[] second = new double[pairs.size()];
    table
        .counts()
        .forEach((pattern, count) -> {
          double[] posterior = posteriors.apply(pattern);
          for (int p = 0; p < pairs.size(); p++) {
            int[] pair = pairs.get(p);
            for (int k = 0; k < posterior.length; k++) {
              double weight = count * posterior[k];
              double a = (pattern.charAt(pair[0]) == '1' ? 1 : 0) - rates[pair[0]][k];
              double b = (pattern.charAt(pair[1]) == '1' ? 1 : 0) - rates[pair[1]][k];
              together[p] += weight * a * b;
              first[p] += weight * a * a;
              second[p] += weight * b * b;
            }
          }
        });
    double sum = 0;
    int counted = 0;
    for (int p = 0; p < together.length; p++) {
      if (isEverSeen(pairs.get(p)[0]) && isEverSeen(pairs.get(p)[1])) {
        sum += together[p] / StrictMath.sqrt(first[p] * second[p]);
        counted++;
      }
    }
    return counted == 0 ? 0 : Math.clamp(sum / counted, 0, 1);
  }

  private boolean isEverSeen(int function) {
    return table.shares()[function] > 0;
  }

  private List<int[]> pairsOfOneCategory() {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      for (int j = i + 1; j < rates.length; j++) {
        LabellingFunction one = table.functions().get(i);
        if (one.category().equals(table.functions().get(j).category())
            && one.vote() == table.functions().get(j).vote()) {
          pairs.add(new int[] {i, j});
        }
      }
    }
    return pairs;
  }
}
