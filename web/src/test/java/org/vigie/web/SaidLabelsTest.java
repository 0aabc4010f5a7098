package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.advert.Channel;
import org.vigie.advert.ContactType;
import org.vigie.advert.Outcome;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.file.FileKind;
import org.vigie.casework.Readme;
import org.vigie.classifier.registry.Manifest;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.text.finding.FindingWords;

/** Labels that records hold, which pages say in their language. */
class SaidLabelsTest {
  private static final Phrases ENGLISH = Phrases.in(Locale.ENGLISH);
  private static final Phrases FRENCH = Phrases.in(Locale.FRENCH);
  private static final Properties FRENCH_FILE = FindingWords.file(Locale.FRENCH);

  static Stream<Label> labels() {
    return Stream.of(
            labels("channel", Channel.values(), Channel::label),
            labels("kind", ContactType.values(), ContactType::label),
            labels("outcome", Outcome.values(), Outcome::label),
            labels("unread", Unread.values(), Unread::label),
            labels("file-kind", FileKind.values(), FileKind::words),
            labels("trouble", FetchException.Kind.values(), FetchException.Kind::label),
            labels("act", Act.values(), Act::label).filter(act -> !act.value().equals("none")))
        .flatMap(all -> all);
  }

  /** A value of an argument. */
  record Label(String argument, String value) {}

  private static <T> Stream<Label> labels(
      String argument, T[] all, java.util.function.Function<T, String> label) {
    return Arrays.stream(all).map(one -> new Label(argument, label.apply(one)));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void areSaidInEveryLanguageAndInEnglishAsTheyAre(Label label) {
    assertThat(FRENCH_FILE.getProperty(label.argument() + "." + label.value())).isNotBlank();
    assertThat(ENGLISH.value(label.argument(), label.value())).isEqualTo(label.value());
  }

  @Test
  void areShownAsTheyAreIfNobodyKnowsThem() {
    assertThat(FRENCH.value("channel", "pigeon-post")).isEqualTo("pigeon-post");
    assertThat(FRENCH.value("nothing", "classifieds")).isEqualTo("classifieds");
    assertThat(FRENCH.value("risk", "0.61")).isEqualTo("0,61");
    assertThat(FRENCH.value("risk", "over 0.99")).isEqualTo("plus de 0,99");
  }

  @Test
  void nameEachUseOfAModel() throws Exception {
    Manifest manifest = Manifest.read(Readme.project().resolve("models"));
    assertThat(manifest.active()).isNotEmpty();
    for (String use : manifest.active().keySet()) {
      assertThat(FRENCH_FILE.getProperty("form." + use)).as(use).isNotBlank();
    }
  }
}
