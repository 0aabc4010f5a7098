package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFormatTest {
  private static final String CHAT =
      "{\"name\":\"jobs\",\"type\":\"public_channel\",\"id\":1,\"messages\":[{\"id\":7,\"type\":"
          + "\"message\",\"date_unixtime\":\"1767600000\",\"from\":\"Ana\",\"text\":\"%s\"}]}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"jobs\",\"id\":1,\"messages\":[]}",
        "{\"name\":\"jobs\",\"id\":1,\"messages\":[]}\n\n",
        "{\"about\":\"an export\",\"chats\":{\"list\":[]}}"
      })
  void takesNoExportOfChatsOnOneLineForLines(String text) throws IOException {
    assertThat(detected(text)).isEmpty();
  }

  @Test
  void takesNoLongExportOfChatsOnOneLineForLines() throws IOException {
    assertThat(detected(CHAT.formatted("work ".repeat(50_000)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"work\",\"messages\":\"none\"}",
        "{\"text\":\"a site of \\\"messages\\\":[] and chats\"}",
        "{\"text\":\"work\",\"fields\":{\"messages\":[]}}",
        "{\"text\":\"work\",\"messages\":[]}\n{\"text\":\"more\"}\n",
        "{\"text\":\"work\"}"
      })
  void takesAdvertsForLines(String text) throws IOException {
    assertThat(detected(text)).contains(InputFormat.JSONL);
  }

  @Test
  void tellsLinesThatHaveNoKeyOfAnAdvert() throws IOException {
    Path nested = Files.writeString(folder.resolve("a.jsonl"), "{\"ad\":{\"text\":\"work\"}}\n");
    Path some = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":1}\n{\"text\":\"work\"}\n");
    Path broken = Files.writeString(folder.resolve("c.jsonl"), "{\"text\":\n[1]\n");

    assertThat(InputFormat.isForeign(nested)).isTrue();
    assertThat(InputFormat.isForeign(some)).isFalse();
    assertThat(InputFormat.isForeign(broken)).isFalse();
  }

  private Optional<InputFormat> detected(String text) throws IOException {
    return InputFormat.detect(Files.writeString(folder.resolve("result.json"), text));
  }
}
