package org.vigie.web.pages.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Ruling;
import org.vigie.casework.Rulings;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.text.safe.SafeJson;
import org.vigie.web.pages.api.ApiRulings.Ruled;
import org.vigie.web.pages.api.ApiRulings.Undoing;

class ApiRulingsTest {
  private static final Ruling RULING =
      new Ruling(
          7,
          Instant.parse("2026-01-05T08:00:00Z"),
          "analyst",
          ClusterRuling.Kind.APART,
          "c-1",
          List.of("a-1"),
          List.of("a-2"),
          "two sites");

  private static final String RULED =
      "{\"number\":7,\"at\":\"2026-01-05T08:00:00Z\",\"account\":\"analyst\",\"kind\":\"apart\","
          + "\"cluster\":\"c-1\",\"adverts\":[\"a-1\"],\"others\":[\"a-2\"],\"why\":\"two sites\",";

  @Test
  void saysOnOneLevelWhatWasRuled() {
    assertThat(SafeJson.of(Ruled.of(RULING, Undoing.NONE)))
        .isEqualTo(RULED + "\"undoneAt\":null,\"undoneBy\":\"\",\"undoneWhy\":\"\"}");
  }

  @Test
  void saysBesideItHowItWasUndone() {
    Rulings.Undoing undone =
        new Rulings.Undoing(Instant.parse("2026-01-06T08:00:00Z"), "head", RULING, "one owner");

    assertThat(SafeJson.of(Ruled.of(RULING, Undoing.of(undone))))
        .isEqualTo(
            RULED
                + "\"undoneAt\":\"2026-01-06T08:00:00Z\",\"undoneBy\":\"head\","
                + "\"undoneWhy\":\"one owner\"}");
  }
}
