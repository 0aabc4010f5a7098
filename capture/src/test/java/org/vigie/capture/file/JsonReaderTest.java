package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
  @Test
  void takesValuesOnLinesOfTheirOwnForOneList() throws IOException {
    ReadFile read = ReadFile.of(FileKind.JSON, "x.ndjson", "{\"a\": 1}\n{\"a\": 2}\n");

    assertThat(read.pages()).containsExactly("[{\"a\":1},{\"a\":2}]");
  }

  @Test
  void saysWhichLineIsBrokenAndReadsTheOthers() throws IOException {
    ReadFile read = ReadFile.of(FileKind.JSON, "x.ndjson", "{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n");

    assertThat(read.pages()).containsExactly("[{\"a\":1},{\"a\":3}]");
    assertThat(read.unread()).containsExactly("line 2 broken");
  }

  @Test
  void takesListsOnLinesOfTheirOwnForOneList() throws IOException {
    ReadFile read =
        ReadFile.of(FileKind.JSON, "x.ndjson", "[{\"a\": 1}]\n[{\"a\": 2}]\n{\"a\": 3}\n");

    assertThat(read.pages()).containsExactly("[{\"a\":1},{\"a\":2},{\"a\":3}]");
  }

  @Test
  void readsAValueBehindWhichSomethingElseStandsAndSaysSo() throws IOException {
    ReadFile read = ReadFile.of(FileKind.JSON, "x.json", "{\n\"a\": 1\n};");

    assertThat(read.pages()).containsExactly("{\"a\":1}");
    assertThat(read.unread()).containsExactly("broken");
  }

  @Test
  void handsOnALongListInPieces() throws IOException {
    String lines =
        IntStream.range(0, 2_001)
            .mapToObj("{\"a\": %d}"::formatted)
            .collect(Collectors.joining("\n"));

    ReadFile read = ReadFile.of(FileKind.JSON, "x.ndjson", lines);

    assertThat(read.pages()).hasSize(3).last().isEqualTo("[{\"a\":2000}]");
  }

  @Test
  void handsOnAnAnswerAsItStands() throws IOException {
    for (String answer : new String[] {"[]", "[{\"a\": 1}]", "{\"a\": [1, 2]}"}) {
      assertThat(ReadFile.of(FileKind.JSON, "x.json", answer).pages()).containsExactly(answer);
    }
  }

  @Test
  void saysOfAnAnswerThatIsBrokenWhereItIs() {
    assertThatThrownBy(() -> ReadFile.of(FileKind.JSON, "x.json", "{\n\"a\": [\n{\"b\": 1},\n"))
        .hasMessageContaining("at line");
  }

  @Test
  void readsAValueThatAScriptGivesToAName() throws IOException {
    String text = "window.YTD.tweets.part0 = [{\"tweet\":{\"full_text\":\"Two places left\"}}]";

    assertThat(ReadFile.of(FileKind.JSON, "tweets.js", text).pages())
        .containsExactly("[{\"tweet\":{\"full_text\":\"Two places left\"}}]");
  }
}
