package org.vigie.crawler.loop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Target;

class RedirectRuleTest {
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", Instant.parse("2100-01-01T00:00:00Z"));

  private static final RedirectRule RULE =
      new RedirectRule(
          new FrontierScope(List.of(Seed.of("https://b\u00fccher.example/", MANDATE))));

  private static final Target SOURCE = new Target("https://xn--bcher-kva.example/old", 1, 0);

  @Test
  void followsAHostInItsOwnLettersToItsAsciiForm() {
    String line = new String("https://b\u00fccher.example/new".getBytes(UTF_8), ISO_8859_1);

    assertThat(RULE.decide(SOURCE, line).target())
        .isEqualTo(SOURCE.redirectedTo("https://xn--bcher-kva.example/new"));
  }

  @Test
  void judgesANumberInFullWidthDigitsAsTheNumberItIs() {
    String line = new String("http://\uff11\uff10.0.0.1/".getBytes(UTF_8), ISO_8859_1);

    assertThat(RULE.decide(SOURCE, line).outcome()).isEqualTo(CrawlOutcome.REDIRECT_OUT_OF_SCOPE);
    assertThat(RULE.decide(SOURCE, "https://stra\u00dfe.example/").outcome())
        .isEqualTo(CrawlOutcome.REDIRECT_NOWHERE);
  }
}
