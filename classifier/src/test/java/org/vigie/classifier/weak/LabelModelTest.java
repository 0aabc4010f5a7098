package org.vigie.classifier.weak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Outcome;

class LabelModelTest {
  private static final LabelModelSettings APART = new LabelModelSettings(0, 5);

  @Test
  void estimatesHowFarFunctionsOfACategoryRepeatOneAnotherWithoutAnyTruth() {
    List<LabellingFunction> functions =
        List.of(
            new LabellingFunction("a", Outcome.RISK, "one", 0.7),
            new LabellingFunction("b", Outcome.RISK, "one", 0.7),
            new LabellingFunction("c", Outcome.BUSINESS, "two", 0.7));
    Random random = new Random(3);
    List<List<String>> copies = new ArrayList<>();
    List<List<String>> apart = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      boolean first = random.nextInt(3) == 0;
      boolean second = random.nextInt(3) == 0;
      List<String> business = random.nextBoolean() ? List.of("c") : List.of();
      copies.add(votes(first, first, business));
      apart.add(votes(first, second, business));
    }

    assertThat(correlation(functions, copies)).isGreaterThan(0.5);
    assertThat(correlation(functions, apart)).isLessThan(0.1);
  }

  private static double correlation(List<LabellingFunction> functions, List<List<String>> adverts) {
    return LabelModel.fitWithCorrelation(
            VoteTable.of(functions, adverts), LabelModelSettings.defaults())
        .assumedCorrelation();
  }

  private static List<String> votes(boolean a, boolean b, List<String> more) {
    List<String> votes = new ArrayList<>(more);
    if (a) {
      votes.add("a");
    }
    if (b) {
      votes.add("b");
    }
    return votes;
  }

  @Test
  void findsThePlantedAccuraciesInSimulatedVotes() {
    for (long seed = 1; seed <= 5; seed++) {
      Planted planted = Planted.draw(new Random(seed));

      LabelModel model = LabelModel.fit(planted.votes(30_000, new Random(seed)), APART);

      for (Outcome outcome : LabelModel.OUTCOMES) {
        assertThat(model.share(outcome))
            .as("seed %d, share of %s", seed, outcome)
            .isCloseTo(planted.shares[LabelModel.OUTCOMES.indexOf(outcome)], within(0.02));
      }
      for (LabellingFunction function : planted.functions) {
        assertThat(model.accuracy(function.id()))
            .as("seed %d, %s", seed, function)
            .isCloseTo(planted.accuracy(function), within(0.04));
      }
    }
  }

  @Test
  void findsThemCloselyWhereEveryPatternIsAsFrequentAsItShouldBe() {
    Planted planted = Planted.draw(new Random(3));

    LabelModel model = LabelModel.fit(planted.exactVotes(1e6), APART);

    for (LabellingFunction function : planted.functions) {
      assertThat(model.accuracy(function.id()))
          .as(function.id())
          .isCloseTo(planted.accuracy(function), within(0.001));
    }
  }

  @Test
  void keepsOutcomesApartThoughTheirFunctionsAreWeakAndMany() {
    Planted planted = Planted.weak(new Random(17));

    LabelModel model =
        LabelModel.fit(planted.votes(3_000, new Random(17)), new LabelModelSettings(0, 20));

    for (LabellingFunction function : planted.functions) {
      if (function.vote() == Outcome.RISK) {
        assertThat(model.accuracy(function.id()))
            .as(function.id())
            .isCloseTo(planted.accuracy(function), within(0.12));
      }
    }
  }

  @Test
  void agreesWithCountingEveryAssignmentOfOutcomes() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Planted planted = Planted.draw(random);
      VoteTable table = planted.votes(5, random);
      LabelModel model = new LabelModel(table, 0.5, planted.shares, planted.rates);
      double[] powers =
          table.categorySizes().stream().mapToDouble(m -> 1 / (1 + 0.5 * (m - 1))).toArray();
      List<String> adverts = new ArrayList<>(table.counts().keySet());

      double[][] counted = Enumeration.marginals(adverts, planted.shares, planted.rates, powers);

      for (int i = 0; i < adverts.size(); i++) {
        Map<Outcome, Double> posterior = model.posterior(planted.fired(adverts.get(i)));
        for (int k = 0; k < 4; k++) {
          assertThat(posterior.get(LabelModel.OUTCOMES.get(k)))
              .isCloseTo(counted[i][k], within(1e-9));
        }
      }
    }
  }

  @Test
  void neverFitsWorseThanBefore() {
    Planted planted = Planted.draw(new Random(9));
    VoteTable table = planted.votes(500, new Random(9));
    LabelModelSettings settings = LabelModelSettings.defaults();
    double[][] expected = LabelModel.expectedRates(table);
    double[] even = {0.25, 0.25, 0.25, 0.25};

    double before =
        new LabelModel(table, settings.correlation(), even, expected)
            .logPosterior(expected, settings);
    double after = LabelModel.fit(table, settings).logPosterior(expected, settings);

    assertThat(after).isGreaterThan(before);
  }

  @Test
  void givesTheSameWhateverTheOrderOfAdvertsAndFunctions() {
    Planted planted = Planted.draw(new Random(11));
    List<List<String>> adverts = planted.adverts(400, new Random(11));
    List<List<String>> shuffledAdverts = new ArrayList<>(adverts);
    Collections.shuffle(shuffledAdverts, new Random(1));
    List<LabellingFunction> shuffled = new ArrayList<>(planted.functions);
    Collections.shuffle(shuffled, new Random(2));
    LabelModelSettings settings = LabelModelSettings.defaults();

    LabelModel one = LabelModel.fit(VoteTable.of(planted.functions, adverts), settings);
    LabelModel other = LabelModel.fit(VoteTable.of(shuffled, shuffledAdverts), settings);

    for (List<String> advert : adverts) {
      assertThat(other.posterior(advert)).isEqualTo(one.posterior(advert));
    }
  }

  @Test
  void letsNoCategoryCountForMoreThanTwoFunctions() {
    double alone = logOdds(1);

    assertThat(logOdds(2)).isBetween(alone, 2 * alone);
    assertThat(logOdds(20)).isBetween(logOdds(2), 2 * alone);
  }

  /** Log-odds of risk where all of some copies of a function fire, all of one category. */
  private static double logOdds(int copies) {
    List<LabellingFunction> functions = new ArrayList<>();
    double[][] rates = new double[copies][];
    List<String> fired = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      functions.add(new LabellingFunction("copy" + i, Outcome.RISK, "control", 0.7));
      rates[i] = new double[] {0.5, 0.1, 0.1, 0.1};
      fired.add("copy" + i);
    }
    VoteTable table = VoteTable.of(functions, List.of(fired));
    double[] even = {0.25, 0.25, 0.25, 0.25};
    double risk = new LabelModel(table, 0.5, even, rates).posterior(fired).get(Outcome.RISK);
    return Math.log(risk / (1 - risk)) - Math.log(1.0 / 3);
  }

  @Test
  void takesSilenceOfEveryFunctionForNoSignOfRisk() {
    Planted planted = Planted.draw(new Random(13));
    LabelModel model =
        LabelModel.fit(planted.votes(5_000, new Random(13)), LabelModelSettings.defaults());

    double silent = model.posterior(List.of()).get(Outcome.RISK);
    double voted = model.posterior(List.of("risk0")).get(Outcome.RISK);

    assertThat(silent).isLessThan(voted);
  }

  /** Functions whose rates are known, three or more for each outcome. */
  private record Planted(List<LabellingFunction> functions, double[] shares, double[][] rates) {
    static Planted draw(Random random) {
      List<LabellingFunction> functions = new ArrayList<>();
      List<double[]> rates = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        for (int i = 0; i < 3; i++) {
          String id = LabelModel.OUTCOMES.get(k).label() + i;
          functions.add(
              new LabellingFunction(id, LabelModel.OUTCOMES.get(k), "category of " + id, 0.7));
          double[] rate = new double[4];
          Arrays.fill(rate, 0.02 + 0.08 * random.nextDouble());
          rate[k] = 0.5 + 0.3 * random.nextDouble();
          rates.add(rate);
        }
      }
      double[] shares = {0.2, 0.3, 0.3, 0.2};
      // The table sorts functions by id, so rates must stand in that order too.
      List<LabellingFunction> sorted =
          functions.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
      double[][] inOrder = new double[sorted.size()][];
      for (int j = 0; j < sorted.size(); j++) {
        inOrder[j] = rates.get(functions.indexOf(sorted.get(j)));
      }
      return new Planted(sorted, shares, inOrder);
    }

    /** Twelve functions for risk that fire seldom and are right two times in three or so. */
    static Planted weak(Random random) {
      List<LabellingFunction> functions = new ArrayList<>(draw(random).functions);
      functions.removeIf(f -> f.vote() == Outcome.RISK);
      List<double[]> rates = new ArrayList<>();
      for (LabellingFunction function : functions) {
        double[] rate = {0.03, 0.03, 0.03, 0.03};
        rate[LabelModel.OUTCOMES.indexOf(function.vote())] = 0.5;
        rates.add(rate);
      }
      for (int i = 0; i < 12; i++) {
        functions.add(new LabellingFunction("z%02d".formatted(i), Outcome.RISK, "z" + i, 0.6));
        double rate = 0.1 + 0.1 * random.nextDouble();
        rates.add(new double[] {rate, rate / 8, rate / 8, rate / 8});
      }
      return new Planted(
          functions, new double[] {0.2, 0.3, 0.3, 0.2}, rates.toArray(double[][]::new));
    }

    double accuracy(LabellingFunction function) {
      double[] rate = rates[functions.indexOf(function)];
      double fires = 0;
      for (int k = 0; k < 4; k++) {
        fires += shares[k] * rate[k];
      }
      int vote = LabelModel.OUTCOMES.indexOf(function.vote());
      return shares[vote] * rate[vote] / fires;
    }

    List<List<String>> adverts(int count, Random random) {
      List<List<String>> adverts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double drawn = random.nextDouble();
        int outcome = drawn < 0.2 ? 0 : drawn < 0.5 ? 1 : drawn < 0.8 ? 2 : 3;
        List<String> fired = new ArrayList<>();
        for (int j = 0; j < functions.size(); j++) {
          if (random.nextDouble() < rates[j][outcome]) {
            fired.add(functions.get(j).id());
          }
        }
        adverts.add(fired);
      }
      return adverts;
    }

    VoteTable votes(int count, Random random) {
      return VoteTable.of(functions, adverts(count, random));
    }

    /** Every pattern there is, as often as the planted rates say of so many adverts. */
    VoteTable exactVotes(double adverts) {
      SortedMap<String, Double> counts = new TreeMap<>();
      for (int bits = 0; bits < 1 << functions.size(); bits++) {
        StringBuilder pattern = new StringBuilder();
        double[] chance = shares.clone();
        for (int j = 0; j < functions.size(); j++) {
          boolean fires = (bits >> j & 1) == 1;
          pattern.append(fires ? '1' : '0');
          for (int k = 0; k < 4; k++) {
            chance[k] *= fires ? rates[j][k] : 1 - rates[j][k];
          }
        }
        counts.put(pattern.toString(), adverts * (chance[0] + chance[1] + chance[2] + chance[3]));
      }
      return new VoteTable(functions, counts);
    }

    List<String> fired(String pattern) {
      List<String> fired = new ArrayList<>();
      for (int j = 0; j < pattern.length(); j++) {
        if (pattern.charAt(j) == '1') {
          fired.add(functions.get(j).id());
        }
      }
      return fired;
    }
  }

  /** The slow way: every outcome of every advert at once, weighed by its plain product. */
  private static final class Enumeration {
    static double[][] marginals(
        List<String> adverts, double[] shares, double[][] rates, double[] powers) {
      double[][] marginals = new double[adverts.size()][4];
      double all = 0;
      for (int assignment = 0; assignment < Math.pow(4, adverts.size()); assignment++) {
        double product = 1;
        for (int i = 0; i < adverts.size(); i++) {
          int k = assignment >> 2 * i & 3;
          product *= shares[k];
          for (int j = 0; j < rates.length; j++) {
            double rate = adverts.get(i).charAt(j) == '1' ? rates[j][k] : 1 - rates[j][k];
            product *= Math.pow(rate, powers[j]);
          }
        }
        all += product;
        for (int i = 0; i < adverts.size(); i++) {
          marginals[i][assignment >> 2 * i & 3] += product;
        }
      }
      for (double[] advert : marginals) {
        for (int k = 0; k < 4; k++) {
          advert[k] /= all;
        }
      }
      return marginals;
    }
  }
}
