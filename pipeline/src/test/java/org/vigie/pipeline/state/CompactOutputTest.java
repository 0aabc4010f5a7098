package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        "été"
      })
  void readsATextThatIsNoIdAsItWas(String text) throws IOException {
    out.id(text);

    assertThat(read().id()).isEqualTo(text);
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

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Visits daily in Cork, daily in Galway, daily in Sligo", "会社"})
  void readsAPackedTextAsItWas(String text) throws IOException {
    String whole = text.repeat(100);
    out.packed(PackedText.of(text));
    out.packed(PackedText.of(whole));
    CompactInput in = read();

    assertThat(in.packed().text()).isEqualTo(text);
    assertThat(in.packed().text()).isEqualTo(whole);
    assertThat(bytes.length()).isLessThan(250);
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
