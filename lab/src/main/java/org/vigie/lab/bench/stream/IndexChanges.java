package org.vigie.lab.bench.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.vigie.lab.page.BenchmarkPage;

/**
 * How many changes clusters and networks write to the index an advert, by the order in which
 * adverts come: all of one cluster, or of campaigns that name one contact.
 *
 * <p>Arguments: the page to write or nothing. The models folder is {@code models} where it is
 * started.
 */
public final class IndexChanges {
  private static final List<Integer> SIZES = List.of(2_500, 5_000, 10_000, 20_000, 50_000);
  private static final int CAMPAIGNS_OF_A_HUB = 20;
  private static final int CHECKPOINT_EVERY = 100;
  private static final double MOST = 1.5;
  private static final long SEED = 1;
  private static final Path MODELS = Path.of("models");

  private IndexChanges() {}

  public static void main(String[] args) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    SIZES.forEach(size -> head.add(String.format(Locale.ROOT, "%,d", size)));
    rows.add(head);
    rows.add(row("one cluster, newest first", 1, List.of(List::reversed)));
    rows.add(row("shuffled", 1, List.of(IndexChanges::shuffled)));
    rows.add(
        row(
            CAMPAIGNS_OF_A_HUB + " campaigns, most of three orders",
            CAMPAIGNS_OF_A_HUB,
            List.of(order -> order, List::reversed, IndexChanges::shuffled)));
    List<String> lines =
        new ArrayList<>(
            List.of(
                String.format(
                    Locale.ROOT,
                    "`lab/bench/index-changes`: of clusters and networks, an advert; its own document and its sighting aren't counted. All name one contact; a checkpoint every %d; to be %.1f at most.",
                    CHECKPOINT_EVERY,
                    MOST),
                ""));
    lines.addAll(BenchmarkPage.table(rows));
    lines.forEach(System.out::println);
    if (args.length > 0) {
      new BenchmarkPage(Path.of(args[0])).put("Changes of the index", lines);
    }
  }

  /**
   * Returns the changes an advert while one cluster arrives, its newest advert first.
   *
   * @param models folder of the taxonomy and the models
   * @param adverts at least 1
   */
  public static double newestFirst(Path models, int adverts) throws Exception {
    return changes(models, adverts, 1, List::reversed);
  }

  private static List<String> row(
      String what, int campaigns, List<UnaryOperator<List<Integer>>> orders) throws Exception {
    List<String> row = new ArrayList<>(List.of(what));
    for (int size : SIZES) {
      double most = 0;
      for (UnaryOperator<List<Integer>> order : orders) {
        most = Math.max(most, changes(MODELS, size, campaigns, order));
      }
      row.add(String.format(Locale.ROOT, "%.2f", most));
    }
    System.err.println(String.join(" | ", row));
    return row;
  }

  private static List<Integer> shuffled(List<Integer> order) {
    List<Integer> shuffled = new ArrayList<>(order);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled;
  }

  private static double changes(
      Path models, int adverts, int campaigns, UnaryOperator<List<Integer>> order)
      throws Exception {
    String[] first = new String[Math.min(adverts, campaigns)];
    Arrays.fill(first, "");
    List<Integer> arrivals = order.apply(IntStream.range(0, adverts).boxed().toList());
    long changes = 0;
    try (GroupStages groups = new GroupStages(models)) {
      for (int i = 0; i < adverts; i++) {
        int number = arrivals.get(i);
        int campaign = number % first.length;
        first[campaign] = groups.take(number, first[campaign]);
        if ((i + 1) % CHECKPOINT_EVERY == 0) {
          changes += groups.letGo();
        }
      }
      changes += groups.letGo();
    }
    return (double) changes / adverts;
  }
}
