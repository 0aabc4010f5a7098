package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.advert.ContactType;
import org.vigie.advert.ContentId;
import org.vigie.advert.Evidence;
import org.vigie.advert.Place;
import org.vigie.advert.Span;

/** The CPU time of adding adverts to a contact that grows and grows. */
@Tag("cost")
class ContactCostTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int ADVERTS = 40_000;
  private static final double MOST = 1.5;
  private static final int FEWEST = 5;

  /** What disturbs a measurement only ever makes it longer, so it goes on until it holds. */
  private static final int ROUNDS = 40;

  @Test
  void costsNoMorePerAdvertWhenAContactHasTenTimesAsManyAdverts() {
    List<ContactUse> uses = uses();

    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    for (int round = 0; round < FEWEST || (round < ROUNDS && many > MOST * few); round++) {
      few = Math.min(few, cpu(uses, 10));
      many = Math.min(many, cpu(uses, 1));
    }

    assertThat((double) many / few).isLessThanOrEqualTo(MOST);
  }

  /** Returns the nanoseconds of CPU that adding all adverts takes. */
  private static long cpu(List<ContactUse> uses, int contacts) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<Integer, ContactState> states = new HashMap<>();
    for (int i = 0; i < uses.size(); i++) {
      states.computeIfAbsent(i % contacts, unused -> new ContactState()).add(uses.get(i));
    }
    assertThat(states).hasSize(contacts);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  private static List<ContactUse> uses() {
    Random random = new Random(1);
    List<ContactUse> uses = new ArrayList<>();
    for (int i = 0; i < ADVERTS; i++) {
      int town = random.nextInt(2_000);
      uses.add(
          new ContactUse(
              "phone:+33639980001",
              ContactType.PHONE,
              "FR",
              false,
              ContentId.of("a-", Integer.toString(i)),
              MONDAY.plus(Duration.ofHours(random.nextInt(20_000))),
              null,
              List.of("Person " + random.nextInt(5_000)),
              List.of(),
              List.of(random.nextInt(500) + " EUR hour"),
              "town" + town,
              new Place(town, "town" + town, "FR", 45, 2, new Span(0, 0)),
              "FR",
              "fr",
              "classifieds",
              "site-" + random.nextInt(300) + ".example.org",
              "Employer " + random.nextInt(5_000),
              List.of("email:person-" + random.nextInt(5_000) + "@example.org"),
              List.of(new Evidence("RC-0" + random.nextInt(9), "a-" + i, List.of())),
              "model-1",
              MONDAY.plus(Duration.ofHours(20_000))));
    }
    return uses;
  }
}
