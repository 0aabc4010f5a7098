package org.vigie.capture.extract.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.text.ProcessorTime;

class BareTextTest {
  private static final Duration MOST = Duration.ofSeconds(20);

  private static final String BARE =
      BareText.of("Ask for Ren\u00e9, at \u201cMill & Co\u201d: 07700!");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"Ask for Ren\\u00e9, at \\u201cMill & Co\\u201d:\\n07700!\"}",
        "{\"a\":\"{\\\"b\\\":\\\"Ask for\\\\nRen\\\\u00E9, at Mill & Co: 07700\\\"}\"}",
        "{\"a\":\"\\u003cp\\u003eAsk for <b>R</b>en&eacute;,<br> at Mill &amp; Co: 07700\"}",
        "<p title='Ask for Ren&#233;, at &amp;ldquo;Mill &amp; Co: 0 77 00'>",
        "var a = 'Ask for Ren\\xe9, at \\u{201c}Mill & Co\\': 07700';",
      })
  void isTheSameHoweverATextIsWrittenDown(String source) {
    assertThat(BareText.ofAnswer(source.getBytes(UTF_8), ""))
        .anySatisfy(bare -> assertThat(bare).contains(BARE));
  }

  @Test
  void readsTheCharsetThatAnAnswerDeclares() {
    byte[] latin = "Ask for Ren\u00e9, at Mill & Co: 07700".getBytes(ISO_8859_1);

    assertThat(BareText.ofAnswer(latin, "text/plain; charset=iso-8859-1")).containsExactly(BARE);
  }

  @Test
  void takesTimeLinearInWhatIsThere() {
    for (String hostile : new String[] {"\\", "<", "&", "<a ", "&#", "\\u"}) {
      byte[] answer = hostile.repeat(2_000_000).getBytes(UTF_8);
      assertThat(ProcessorTime.within(MOST, () -> BareText.ofAnswer(answer, ""))).isNotEmpty();
    }
  }
}
