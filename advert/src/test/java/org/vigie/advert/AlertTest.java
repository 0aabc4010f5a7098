package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTest {
  private static final AlertLine HEADLINE = AlertLine.of(Finding.of("cluster-grew"));
  private static final AlertLine REASON = AlertLine.of(Finding.of("one-contact"));

  @Test
  void saysWhichLinesItMustHaveAndHas() {
    assertThatThrownBy(() -> alert(List.of("one", "two"), List.of(HEADLINE, REASON)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "alert w-1 of burst must have 1 line for its headline and 1 for each of its reasons (2),"
                + " 3 in all or none, but has 2: [cluster-grew, one-contact]");
  }

  @Test
  void hasALineForEachReasonOrNoneAtAll() {
    assertThat(alert(List.of("one"), List.of()).because("two", REASON).lines()).isEmpty();
    assertThat(alert(List.of(), List.of(HEADLINE)).because("one", REASON).lines())
        .containsExactly(HEADLINE, REASON);
  }

  private static Alert alert(List<String> reasons, List<AlertLine> lines) {
    return new Alert(
        "w-1",
        "burst",
        "1",
        "c-1",
        Severity.URGENT,
        Instant.parse("2026-03-01T12:00:00Z"),
        "a headline",
        reasons,
        List.of(),
        "",
        null,
        "",
        "",
        lines);
  }
}
