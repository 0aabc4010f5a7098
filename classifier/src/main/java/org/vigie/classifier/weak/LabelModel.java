package org.vigie.classifier.weak;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Outcome;

/**
 * What is likely true of an advert given what labelling functions vote: a generative model in which
 * each function fires at a rate of its own under each outcome (Ratner et al., 2016; Dawid and
 * Skene, 1979), fitted without any label by expectation maximisation.
 *
 * <p>Each function is expected to be right so often before anything is counted, as if a few adverts
 * had shown it: this tells the outcomes apart, which the votes alone leave exchangeable, and holds
 * functions that hardly fire. An abstention is evidence too: a function that often fires on risky
 * adverts and is silent speaks against risk.
 *
 * <p>Functions of one category depend on one another. Their evidence is raised to the power that
 * makes {@code m} of them count as the effective number {@code m / (1 + correlation * (m - 1))}
 * (Kish, 1965, section 5.4), which stays under {@code 1 / correlation} however many there are.
 *
 * @see <a href="https://arxiv.org/abs/1605.07723">Ratner et al. (2016)</a>
 */
public final class LabelModel {
  /** The outcomes told apart, in the order of all arrays. */
  public static final List<Outcome> OUTCOMES =
      List.of(Outcome.RISK, Outcome.INDEPENDENT, Outcome.BUSINESS, Outcome.SPAM_OR_SCAM);

  private static final int MAX_STEPS = 2_000;

  /** The correlation hardly moves after the second turn. */
  private static final int TURNS = 3;

  /** No rate is nearer to 0 or 1: a single vote never settles an outcome. */
  private static final double FLOOR = 1e-4;

  private final VoteTable table;
  private final double assumed;
  private final double[] powers;
  private final double[] shares;
  private final double[][] rates;

  /**
   * A fitted model.
   *
   * @param correlation how far functions of one category are taken to repeat one another
   * @param shares share of each outcome
   * @param rates function → outcome → how often it fires
   */
  LabelModel(VoteTable table, double correlation, double[] shares, double[][] rates) {
    this.table = table;
    this.assumed = correlation;
    this.powers = powers(table, correlation);
    this.shares = shares.clone();
    this.rates = Arrays.stream(rates).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Fits a model to votes, by turns with how far functions of one category repeat one another: as
   * far as they are seen to fire together more often than what is likely of the adverts explains.
   *
   * @param settings those of the first turn
   */
  public static LabelModel fitWithCorrelation(VoteTable table, LabelModelSettings settings) {
    LabelModelSettings now = settings;
    LabelModel model = fit(table, now);
    for (int turn = 0; turn < TURNS; turn++) {
      now = new LabelModelSettings(model.correlation(), settings.strength());
      model = fit(table, now);
    }
    return model;
  }

  /** Returns how far functions of one category are taken to repeat one another, in [0, 1]. */
  public double assumedCorrelation() {
    return assumed;
  }

  /** Returns how far functions of one category fire together, as {@link VoteCorrelation} has it. */
  double correlation() {
    return new VoteCorrelation(table, rates).given(this::posterior);
  }

  /** Fits a model to votes. */
  public static LabelModel fit(VoteTable table, LabelModelSettings settings) {
    double[][] expected = expectedRates(table);
    double[] even = new double[OUTCOMES.size()];
    Arrays.fill(even, 1.0 / even.length);
    LabelModel model = new LabelModel(table, settings.correlation(), even, expected);
    double likelihood = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      LabelModel next = model.improved(expected, settings);
      double now = next.logPosterior(expected, settings);
      model = next;
      if (now - likelihood < 1e-9 * Math.max(1, table.total())) {
        break;
      }
      likelihood = now;
    }
    return model;
  }

  /** Returns the probability of each outcome given the functions that fired. */
  public Map<Outcome, Double> posterior(Collection<String> fired) {
    double[] posterior = posterior(table.pattern(fired));
    Map<Outcome, Double> byOutcome = new EnumMap<>(Outcome.class);
    for (int k = 0; k < posterior.length; k++) {
      byOutcome.put(OUTCOMES.get(k), posterior[k]);
    }
    return byOutcome;
  }

  /** Returns how often a function is right when it fires, as fitted. */
  public double accuracy(String function) {
    int j = index(function);
    double fires = 0;
    for (int k = 0; k < shares.length; k++) {
      fires += shares[k] * rates[j][k];
    }
    int vote = vote(j);
    return shares[vote] * rates[j][vote] / fires;
  }

  /** Returns the share of an outcome among the adverts, as fitted. */
  public double share(Outcome outcome) {
    return shares[OUTCOMES.indexOf(outcome)];
  }

  /** Returns how often a function fires under an outcome, as fitted. */
  public double rate(String function, Outcome outcome) {
    return rates[index(function)][OUTCOMES.indexOf(outcome)];
  }

  private int index(String function) {
    for (int j = 0; j < table.functions().size(); j++) {
      if (table.functions().get(j).id().equals(function)) {
        return j;
      }
    }
    throw new IllegalArgumentException(
        "a labelling function must be one that was fitted, but was '" + function + "'");
  }

  /** One step of expectation and maximisation. */
  private LabelModel improved(double[][] expected, LabelModelSettings settings) {
    int outcomes = OUTCOMES.size();
    double[] mass = new double[outcomes];
    double[][] fired = new double[rates.length][outcomes];
    table
        .counts()
        .forEach((pattern, count) -> {
          double[] posterior = posterior(pattern);
          for (int k = 0; k < outcomes; k++) {
            mass[k] += count * posterior[k];
            for (int j = 0; j < rates.length; j++) {
              fired[j][k] += pattern.charAt(j) == '1' ? count * posterior[k] : 0;
            }
          }
        });
    double strength = settings.strength();
    double all = Arrays.stream(mass).sum() + outcomes * strength;
    double[] newShares = new double[outcomes];
    double[][] newRates = new double[rates.length][outcomes];
    for (int k = 0; k < outcomes; k++) {
      newShares[k] = (mass[k] + strength) / all;
    }
    for (int j = 0; j < rates.length; j++) {
      int vote = vote(j);
      double prior = strength / powers[j];
      double firedElsewhere = Arrays.stream(fired[j]).sum() - fired[j][vote];
      double massElsewhere = Arrays.stream(mass).sum() - mass[vote];
      int other = (vote + 1) % outcomes;
      double elsewhere = (firedElsewhere + prior * expected[j][other]) / (massElsewhere + prior);
      Arrays.fill(newRates[j], bounded(elsewhere));
      newRates[j][vote] =
          bounded((fired[j][vote] + prior * expected[j][vote]) / (mass[vote] + prior));
    }
    return new LabelModel(table, settings.correlation(), newShares, newRates);
  }

  private double[] posterior(String pattern) {
    double[] logs = logs(pattern);
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.exp(logs[k] - most);
      sum += logs[k];
    }
    for (int k = 0; k < logs.length; k++) {
      logs[k] /= sum;
    }
    return logs;
  }

  private double[] logs(String pattern) {
    double[] logs = new double[shares.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.log(shares[k]);
      for (int j = 0; j < rates.length; j++) {
        double rate = pattern.charAt(j) == '1' ? rates[j][k] : 1 - rates[j][k];
        logs[k] += powers[j] * StrictMath.log(rate);
      }
    }
    return logs;
  }

  /** Returns what each step of {@link #fit} raises: the log likelihood with what was expected. */
  double logPosterior(double[][] expected, LabelModelSettings settings) {
    double sum = 0;
    for (var entry : table.counts().entrySet()) {
      double[] logs = logs(entry.getKey());
      double most = Arrays.stream(logs).max().orElseThrow();
      double rest = Arrays.stream(logs).map(log -> StrictMath.exp(log - most)).sum();
      sum += entry.getValue() * (most + StrictMath.log(rest));
    }
    for (int k = 0; k < shares.length; k++) {
      sum += settings.strength() * StrictMath.log(shares[k]);
    }
    for (int j = 0; j < rates.length; j++) {
      for (int k : new int[] {vote(j), (vote(j) + 1) % shares.length}) {
        sum +=
            settings.strength()
                * (expected[j][k] * StrictMath.log(rates[j][k])
                    + (1 - expected[j][k]) * StrictMath.log(1 - rates[j][k]));
      }
    }
    return sum;
  }

  private int vote(int function) {
    return OUTCOMES.indexOf(table.functions().get(function).vote());
  }

  /** Returns how often each function would fire if it were right as often as is expected of it. */
  static double[][] expectedRates(VoteTable table) {
    double[] fires = table.shares();
    int outcomes = OUTCOMES.size();
    double[][] rates = new double[fires.length][outcomes];
    for (int j = 0; j < fires.length; j++) {
      LabellingFunction function = table.functions().get(j);
      int vote = OUTCOMES.indexOf(function.vote());
      for (int k = 0; k < outcomes; k++) {
        double right = function.expected();
        double part = k == vote ? right : (1 - right) / (outcomes - 1);
        rates[j][k] = bounded(Math.min(0.9, fires[j] * part * outcomes));
      }
    }
    return rates;
  }

  private static double bounded(double rate) {
    return Math.clamp(rate, FLOOR, 1 - FLOOR);
  }

  private static double[] powers(VoteTable table, double correlation) {
    return table.categorySizes().stream()
        .mapToDouble(size -> 1 / (1 + correlation * (size - 1)))
        .toArray();
  }
}
