package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.cluster.ClusterInput;

/** How often clusters and networks are written to the index while they grow. */
class IndexChangesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  /** Changes that grow with what there is already would grow fivefold from one to the other. */
  private static final List<Integer> SIZES = List.of(1_000, 5_000);

  private static final int CHECKPOINT_EVERY = 100;

  /** In which order of their times adverts come. */
  enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST,
    SHUFFLED;

    List<Integer> of(int adverts) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, adverts).boxed().toList());
      switch (this) {
        case OLDEST_FIRST -> {}
        case NEWEST_FIRST -> Collections.reverse(order);
        case SHUFFLED -> Collections.shuffle(order, new Random(1));
      }
      return order;
    }
  }

  @ParameterizedTest
  @EnumSource
  void areAtMostOneAndAHalfAnAdvertOfOneCluster(Order order) throws Exception {
    for (int size : SIZES) {
      double changes = changes(order, size, number -> 0, number -> List.of("+33639980001"));
      tell("one cluster", order, size, changes);
      assertThat(changes).as("%d adverts, %s", size, order).isLessThanOrEqualTo(1.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areAtMostOneAndAHalfAnAdvertOfAContactThatManyTextsName(Order order) throws Exception {
    for (int size : SIZES) {
      double changes = changes(order, size, number -> number, number -> List.of("+33639980001"));
      tell("hub of texts", order, size, changes);
      assertThat(changes).as("%d adverts, %s", size, order).isLessThanOrEqualTo(1.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areAtMostOneAndAHalfAnAdvertOfAContactThatLargeCampaignsName(Order order) throws Exception {
    for (int size : SIZES) {
      double changes =
          changes(order, size, number -> number % 20, number -> List.of("+33639980001"));
      tell("hub of 20 campaigns", order, size, changes);
      assertThat(changes).as("%d adverts, %s", size, order).isLessThanOrEqualTo(1.5);
    }
  }

  /**
   * The text and its contact are placed once each. Shuffled, they first are many small networks, of
   * which each is written as it grows.
   */
  @ParameterizedTest
  @EnumSource
  void areBoundedForATextOfANetworkInWhichEachBringsAContact(Order order) throws Exception {
    for (int size : List.of(500, 2_000)) {
      double changes =
          changes(
              order, size, number -> number, number -> List.of(phone(number), phone(number + 1)));
      tell("chain of texts", order, size, changes);
      assertThat(changes)
          .as("%d adverts, %s", size, order)
          .isLessThanOrEqualTo(order == Order.SHUFFLED ? 3.5 : 2.1);
    }
  }

  private interface Texts {
    int of(int number);
  }

  private interface Phones {
    List<String> of(int number);
  }

  private static double changes(Order order, int adverts, Texts texts, Phones phones)
      throws Exception {
    long[] changes = new long[1];
    Map<Integer, String> first = new HashMap<>();
    try (GrowingGroups groups = new GrowingGroups(change -> changes[0]++)) {
      int taken = 0;
      for (int number : order.of(adverts)) {
        AssessedAdvert advert = advert(number, texts.of(number), phones.of(number));
        groups.take(ClusterInput.of(new MatchedAdvert(advert, List.of())));
        String id = advert.advert().id();
        String like = first.putIfAbsent(texts.of(number), id);
        if (like != null) {
          groups.take(ClusterInput.of(new NearDuplicateLink(like, id, 0.9)));
        }
        if (++taken % CHECKPOINT_EVERY == 0) {
          groups.checkpoint();
        }
      }
      groups.checkpoint();
    }
    return (double) changes[0] / adverts;
  }

  private static void tell(String what, Order order, int adverts, double changes) {
    System.out.printf(
        Locale.ROOT,
        "measured: %s, %s, %d: %.2f changes an advert%n",
        what,
        order,
        adverts,
        changes);
  }

  private static String phone(int number) {
    return "+3363998%05d".formatted(number);
  }

  private static AssessedAdvert advert(int number, int text, List<String> phones) {
    return GrowingGroups.advert(
        MONDAY, number, "An offer of text " + text + " with number " + number, phones);
  }
}
