package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.MONDAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Movement;

class ContactMemoriesTest {
  private static final String KEY = "handle:discord:name";

  @TempDir Path folder;

  @Test
  void addsUpWhatIsKnownOfAContactFromBeforeAndAfterItWasForgotten() throws IOException {
    ContactProfile before = contact(KEY, 3, MONDAY, Map.of("Ana", 3L), "OA-01", "3 names");
    Instant later = MONDAY.plus(Duration.ofDays(200));
    ContactProfile after = contact(KEY, 2, later, Map.of("Ana", 1L, "Bea", 1L), "MV-01", "fast");
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            List.of(),
            shard -> {
              shard.put(contact(KEY, 9, MONDAY, Map.of(), "OA-01", ""));
              shard.put(before);
              shard.put(after, 20_000);
              shard.put(contact(KEY + "#1234", 5, MONDAY, Map.of(), "OA-01", ""));
            })) {
      ContactProfile sum = index.findContact(KEY).orElseThrow();

      assertThat(sum).isEqualTo(after.and(before)).isEqualTo(before.and(after));
      assertThat(sum.adverts()).isEqualTo(5);
      assertThat(sum.firstSeen()).isEqualTo(MONDAY);
      assertThat(sum.lastSeen()).isEqualTo(later);
      assertThat(sum.busiestDay()).isEqualTo(3);
      assertThat(sum.names()).isEqualTo(Map.of("Ana", 4L, "Bea", 1L));
      assertThat(sum.indicators()).extracting(Indicator::id).containsExactly("MV-01", "OA-01");
      assertThat(index.findContact(KEY + "#1234").orElseThrow().adverts()).isEqualTo(5);
    }
  }

  @Test
  void keepsAsManyValuesOfASumAsOfOneTime() {
    Map<String, Long> low = new HashMap<>();
    Map<String, Long> high = new HashMap<>();
    for (int i = 0; i < ContactProfile.MAX_VALUES; i++) {
      low.put("name %03d".formatted(i), 1L);
      high.put("name %03d".formatted(i + 50), 1L);
    }
    Map<String, Long> sum =
        contact(KEY, 1, MONDAY, low, "OA-01", "")
            .and(contact(KEY, 1, MONDAY, high, "OA-01", ""))
            .names();

    assertThat(sum.keySet()).isEqualTo(low.keySet());
    assertThat(sum).containsEntry("name 049", 1L).containsEntry("name 050", 2L);
  }

  static ContactProfile contact(String key) {
    return contact(key, 1, MONDAY, Map.of(), "OA-01", "");
  }

  private static ContactProfile contact(
      String key,
      long adverts,
      Instant day,
      Map<String, Long> names,
      String indicator,
      String detail) {
    return new ContactProfile(
        key,
        ContactType.HANDLE,
        "",
        adverts,
        0,
        day,
        day,
        adverts,
        names,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of("forum", adverts),
        Map.of(),
        Map.of(),
        Map.of(),
        Movement.none(),
        List.of(),
        List.of(),
        List.of(
            new Indicator(
                indicator, "name", "category", EvidenceGrade.EXPERT, true, List.of(), detail)));
  }
}
