package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactOutputTest {
  private final DataOutputSerializer bytes = new DataOutputSerializer(64);
  private final CompactOutput out = new CompactOutput(bytes);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 20_458, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void readsAnyNumber(long number) throws IOException {
    out.number(number);
    out.signed(number);
    CompactInput in = read();

    assertThat(in.number()).isEqualTo(number);
    assertThat(in.signed()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a-1",
        "a-0123456789ABCDEF0123",
        "A-0123456789abcdef0123",
        "a_0123456789abcdef0123",
        "a-0123456789abcdef012g",
        "v-0123456789abcdef0123#20458",
        "été",
        "?",
        "\uD83D",
        "is it \uDE00 or \uD83D? \uD83D\uDE00\uD83D",
        "\uFFFD\uD7FF\uE000"
      })
  void readsATextThatIsNoIdAsItWas(String text) throws IOException {
    out.id(text);
    out.word(text);
    CompactInput in = read();

    assertThat(in.id()).isEqualTo(text);
    assertThat(in.word()).isEqualTo(text);
  }

  /** It wrote all halves of letters as question marks, and so several words as one. */
  @Test
  void readsCountsOfWordsThatAnEarlierReleaseMadeOne() throws IOException {
    out.number(2); // the first of the counts, not all of them one
    out.number(2);
    for (int i = 0; i < 2; i++) {
      out.number(2);
      out.octet('?');
    }
    out.number(3);
    out.number(4);
    out.octet(9);
    CompactInput in = read();

    assertThat(in.wordCounts(1)).isEqualTo(List.of(Map.of("?", 7L)));
    assertThat(in.octet()).isEqualTo(9);
  }

  @Test
  void writesAnIdInElevenBytes() throws IOException {
    out.id("c-0123456789abcdef0123");

    assertThat(bytes.length()).isEqualTo(11);
    assertThat(read().id()).isEqualTo("c-0123456789abcdef0123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-01-05T08:00:00Z",
        "2026-01-05T08:00:00.000000001Z",
        "1903-02-01T10:11:12.5Z"
      })
  void readsAnyTime(String time) throws IOException {
    out.instant(Instant.parse(time));
    out.instant(Instant.MAX);
    out.instant(Instant.MIN);
    CompactInput in = read();

    assertThat(in.instant()).isEqualTo(time);
    assertThat(in.instant()).isEqualTo(Instant.MAX);
    assertThat(in.instant()).isEqualTo(Instant.MIN);
  }

  @Test
  void readsTheTextsThatTheFirstLayoutOfClustersPacked() throws IOException {
    String text = "Visits daily in Cork, daily in Galway, 会社".repeat(100);
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(whole);
    deflater.finish();
    byte[] packed = new byte[whole.length];
    int length = deflater.deflate(packed);
    deflater.end();
    out.number(whole.length);
    out.bytes(Arrays.copyOf(packed, length));
    out.number(0);
    out.text("short");
    CompactInput in = read();

    assertThat(in.packed().text()).isEqualTo(text);
    assertThat(in.packed().text()).as("one that doesn't get shorter").isEqualTo("short");
  }

  @Test
  void readsWordsAsTheyWere() throws IOException {
    List<String> words = new ArrayList<>(List.of("", "phone:+", "phone:+33639980001", "会社"));
    words.add("x".repeat(300));
    IntStream.range(0, 200).forEach(i -> words.add("SX-" + i));
    Collections.shuffle(words, new Random(1));
    out.words(words);
    out.words(words);
    CompactInput in = read();

    assertThat(in.words()).isEqualTo(words);
    assertThat(in.words()).isEqualTo(words);
  }

  @Test
  void writesAWordThatIsRepeatedInAByteAndACommonBeginningInTwo() throws IOException {
    out.word("phone:+33639980001");
    assertThat(bytes.length()).isEqualTo(2 + "33639980001".length());
    out.word("phone:+33639980001");
    assertThat(bytes.length()).isEqualTo(3 + "33639980001".length());
    out.word("classifieds");
    assertThat(bytes.length()).isEqualTo(5 + "33639980001".length());
  }

  @Test
  void readsCountsInWordsAsTheyWere() throws IOException {
    List<Map<String, Long>> once = List.of(Map.of("IE", 1L, "FR", 1L), Map.of(), Map.of("IE", 1L));
    List<Map<String, Long>> several = List.of(Map.of("IE", 3L, "FR", 1L), Map.of(), Map.of("", 7L));
    out.wordCounts(once);
    out.wordCounts(several);
    CompactInput in = read();

    assertThat(in.wordCounts(3)).isEqualTo(once);
    assertThat(in.wordCounts(3)).isEqualTo(several);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, 51.89797, -8.47061, 0.1234567, 1e300, Double.NaN, Double.MIN_VALUE})
  void readsANumberWithFewDecimalsAndAnyOther(double number) throws IOException {
    out.fraction(number, 100_000);

    assertThat(read().fraction(100_000)).isEqualTo(Double.valueOf(number));
  }

  @Test
  void writesANumberWithFewDecimalsInFourBytes() throws IOException {
    out.fraction(51.89797, 100_000);

    assertThat(bytes.length()).isEqualTo(4);
  }

  @Test
  void readsATimeThatIsToldByAnother() throws IOException {
    Instant monday = Instant.parse("2026-01-05T08:00:00.9Z");
    out.instant(monday, monday.plusSeconds(5));
    out.instant(Instant.MIN, Instant.MAX);
    out.instant(monday.minusNanos(1), monday);
    CompactInput in = read();

    assertThat(in.instant(monday.plusSeconds(5))).isEqualTo(monday);
    assertThat(in.instant(Instant.MAX)).isEqualTo(Instant.MIN);
    assertThat(in.instant(monday)).isEqualTo(monday.minusNanos(1));
  }

  @Test
  void readsSumsAsTheyWere() throws IOException {
    Map<String, Long> counts = Map.of("IE", 3L, "FR", 1_000L, "", 1L);
    Map<Long, Long> days = Map.of(20_458L, 2L, -3L, 1L, 20_459L, 300L);
    out.counts(counts);
    out.days(days);
    out.texts(List.of("b", "a", ""));
    out.ids(List.of("a-0123456789abcdef0123", "x"));
    CompactInput in = read();

    assertThat(in.counts()).isEqualTo(counts);
    assertThat(in.days()).isEqualTo(days);
    assertThat(in.texts()).containsExactly("b", "a", "");
    assertThat(in.ids()).containsExactly("a-0123456789abcdef0123", "x");
  }

  private CompactInput read() {
    return new CompactInput(new DataInputDeserializer(bytes.getCopyOfBuffer()));
  }
}
