package org.vigie.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;

class PagePluginsTest {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Capture PAGE =
      new Capture("https://board.example.org/1", THEN, 200, Map.of(), "", "a.warc", 7, "m-1");

  @TempDir private Path folder;

  private List<Advert> read(String adverts) throws IOException {
    Path answer =
        Files.writeString(folder.resolve("answer"), "{\"done\":1,\"adverts\":[" + adverts + "]}\n");
    PluginSpec spec =
        new PluginSpec(
            "own",
            PluginKind.CHANNEL,
            List.of("/bin/sh", "-c", "read line; cat " + answer + "; read line"),
            List.of("board.example.org"),
            "test",
            PluginLimits.defaults());
    try (PluginProcess process = new PluginProcess(spec)) {
      return PagePlugins.read(process, PAGE, "body".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void giveAdvertsOfThePageWhateverTheySay() throws IOException {
    Advert advert =
        read("""
        {"text":"cook wanted","site":"other.example.org","seen":"2020-01-01T00:00:00Z",\
        "url":"https://other.example.org/2","mandate":"m-2","country":"ireland","lang":"EN",\
        "fields":{"salary":"5","context.enriched.salary":"else","context.cut.text":"9"}}\
        """)
            .getFirst();

    assertThat(advert.site()).isEqualTo("board.example.org");
    assertThat(advert.seenAt()).isEqualTo(THEN);
    assertThat(advert.mandate()).isEqualTo("m-1");
    assertThat(advert.url()).isEqualTo("https://board.example.org/1");
    assertThat(advert.country()).isEqualTo("IE");
    assertThat(advert.language()).isEqualTo("en");
    assertThat(advert.fields()).containsOnly(Map.entry("salary", "5"));
  }

  @Test
  void keepAnAddressOfTheSameHost() throws IOException {
    assertThat(read("{\"text\":\"x\",\"url\":\"https://board.example.org/2\"}").getFirst().url())
        .isEqualTo("https://board.example.org/2");
    assertThat(
            read("{\"text\":\"x\",\"url\":\"javascript://board.example.org/2\"}").getFirst().url())
        .isEqualTo(PAGE.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"x\",\"posted\":\"+999999999-01-01T00:00:00Z\"}",
        "{\"text\":\"x\",\"posted\":\"-999999999-01-01T00:00:00Z\"}",
        "{\"text\":\"x\",\"country\":\"nowhere\"}",
        "{\"text\":\" \"}",
        "7"
      })
  void giveNoneOfWhichAValueIsImpossible(String advert) {
    assertThatThrownBy(() -> read(advert))
        .isInstanceOf(PluginFault.class)
        .hasMessageContaining("advert-v1");
  }

  @Test
  void giveNoMoreThanAPageHolds() {
    assertThatThrownBy(() -> read("{\"text\":\"x\"},".repeat(5_000) + "{\"text\":\"x\"}"))
        .isInstanceOf(PluginFault.class)
        .hasMessageContaining("at most");
  }
}
