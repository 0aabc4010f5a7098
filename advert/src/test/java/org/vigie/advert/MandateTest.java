package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MandateTest {
  private static final Instant END = Instant.parse("2026-01-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "purpose", "case-1", "chief", END);

  @Test
  void holdsUntilItsEndAndNotAtIt() {
    assertThat(MANDATE.requireValid(END.minusNanos(1))).isSameAs(MANDATE);
    assertThatThrownBy(() -> MANDATE.requireValid(END))
        .isInstanceOf(ExpiredMandateException.class)
        .hasMessageContaining("case-1")
        .hasMessageContaining("expired at 2026-01-05T08:00:00Z");
  }

  @Test
  void isNamedAfterAllItSays() {
    assertThat(new Mandate("unit", "law", "purpose", "case-1", "chief", END).id())
        .isEqualTo(MANDATE.id());
    assertThat(new Mandate("unit", "law", "purpose", "case-2", "chief", END).id())
        .isNotEqualTo(MANDATE.id());
    // Moving text from one part to the next must not keep the name.
    assertThat(ContentId.of("m-", "ab", "c")).isNotEqualTo(ContentId.of("m-", "a", "bc"));
  }

  @Test
  void refusesABlankPart() {
    assertThatThrownBy(() -> new Mandate("unit", " ", "purpose", "case-1", "chief", END))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("legalBasis");
  }
}
