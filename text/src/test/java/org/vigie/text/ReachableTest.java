package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The boss keeps our passports http://example.org/a-b?c=d | the boss keeps our passports",
        "Apply at hxxps://jobs.example.org now | apply at now",
        "See www.example.org/a, then call | see then call",
        "Write to t.me/anna_jobs or @anna_jobs today | write to or today",
        "Mail anna.b+work@mail.example.org, please | mail please",
        "Tel. +44 7700 900123 or 020 7946 0123. Come | tel or come",
        "Pay 1500 euro by 2026-11-28, 12.000.000 dong | pay 1500 euro by 2026 11 28 12 000 000 dong",
        "Work 5/2 and/or nights.Room free e.g. here | work 5 2 and or nights room free e g here",
        "1 050 000 000 won | 1 050 000 000 won"
      })
  void isPassedOverAndNothingElse(String text, String left) {
    assertThat(outside(text)).isEqualTo(left);
  }

  @Test
  void takesNoLongerThanTheTextIsLong() {
    String hostile =
        "a.".repeat(100_000) + "+1".repeat(100_000) + "a-".repeat(100_000) + "0 ".repeat(100_000);

    assertThat(outside(hostile)).isNotEmpty();
  }

  private static String outside(String text) {
    NormalizedText read = NormalizedText.of(text);
    List<Word> left = Reachable.outside(read.folded(), Words.of(read));
    return String.join(" ", left.stream().map(Word::text).toList());
  }
}
