package org.vigie.cli.command.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.seeds.SeedEntry;
import org.vigie.casework.seeds.SeedsFile;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.failure.Exit;

/** {@code vigie seeds}: what adverts name, a person approves, and a crawl starts from. */
class SeedsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ADVERTS =
      """
      {"id":"s1","site":"board.example.org","text":"Hotel work, passport kept by us. See t.me/example_jobs_channel or https://work.example.net/offers/1"}
      {"id":"s2","site":"board.example.org","text":"Other hotel work. Write to https://t.me/example_jobs_channel today"}
      {"id":"s3","site":"board.example.org","text":"Join https://t.me/+AbCdEfGhIjKl or https://chat.whatsapp.com/AbCdEfGh1234567890abcd, ask t.me/example_help_bot"}
      {"id":"s4","site":"board.example.org","text":"More at https://www.facebook.com/groups/123 and https://board.example.org/all and https://10.1.2.3/x"}
      {"id":"s5","site":"board.example.org","text":"A bicycle for sale, pictures at https://bicycles.example.com/blue"}
      """;

  @TempDir Path folder;
  private Here here;

  @BeforeEach
  void readAdverts() throws Exception {
    ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    Files.writeString(folder.resolve("more.jsonl"), ADVERTS);
    vigie("run", "--input", "more.jsonl");
  }

  @Test
  void proposesPublicChannelsAndSitesAloneWithTheAdvertsThatNameThem() throws Exception {
    List<JsonNode> proposed = propose("--all");

    assertThat(proposed.stream().map(one -> one.path("url").asText()))
        .contains(
            "https://t.me/s/example_jobs_channel",
            "https://work.example.net/",
            "https://bicycles.example.com/")
        .noneMatch(url ->
            url.contains("+")
                || url.contains("bot")
                || url.contains("whatsapp")
                || url.contains("facebook")
                || url.contains("board.example.org")
                || url.contains("10.1.2.3"));
    JsonNode channel = named(proposed, "example_jobs_channel");
    assertThat(channel.path("adverts").asInt()).isEqualTo(2);
    assertThat(channel.path("namedBy")).hasSize(2);
    assertThat(propose().toString())
        .as("what is no lead proposes nothing")
        .doesNotContain("bicycles");
    assertThat(log()).contains("seeds propose", channel.path("namedBy").get(0).asText());
  }

  @Test
  void writesWhatAPersonApprovesWhereACrawlReadsItAndProposesItNoMore() throws Exception {
    List<JsonNode> proposed = propose("--all");
    String channel = named(proposed, "example_jobs_channel").path("id").asText();
    String site = named(proposed, "work.example.net").path("id").asText();
    String other = named(proposed, "bicycles").path("id").asText();

    assertThat(here.vigie("seeds", "approve", channel, "--why", " ")).isEqualTo(Exit.USAGE.code());
    vigie("seeds", "approve", channel, "--why", "named by two leads");
    vigie("seeds", "approve", channel, "--why", "named by two leads");
    vigie("seeds", "approve", site, "--why", "named by a lead");
    vigie("seeds", "decline", other, "--why", "sells bicycles");

    Path file = folder.resolve("vigie-workspace").resolve("approved-seeds.yaml");
    List<SeedEntry> seeds = SeedsFile.read(file, "approved-seeds.yaml");
    assertThat(seeds.stream().map(SeedEntry::url))
        .containsExactly("https://t.me/s/example_jobs_channel", "https://work.example.net/");
    assertThat(seeds.getFirst().reader()).isEqualTo("telegram");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    vigie("crawl", "--seeds", "vigie-workspace/approved-seeds.yaml", "--check");
    assertThat(here.out()).contains("example_jobs_channel");
    assertThat(propose("--all").toString())
        .doesNotContain("example_jobs_channel", "work.example.net", "bicycles");
    assertThat(log()).contains("seeds approve", channel, "seeds decline", other);
    assertThat(here.vigie("seeds", "decline", channel, "--why", "no more"))
        .as("what is approved is taken out of the file by hand")
        .isEqualTo(Exit.INPUT.code());
  }

  @Test
  void countsNoRestrictedAdvert() throws Exception {
    JsonNode site = named(propose("--all"), "work.example.net");
    vigie(
        "restrict",
        site.path("namedBy").get(0).asText(),
        "--ground",
        "accuracy",
        "--why",
        "contested, file 7/26");

    List<JsonNode> proposed = propose("--all");
    assertThat(proposed.toString()).doesNotContain("work.example.net");
    assertThat(named(proposed, "example_jobs_channel").path("adverts").asInt()).isEqualTo(1);
    assertThat(here.vigie("seeds", "approve", site.path("id").asText(), "--why", "named by one"))
        .isEqualTo(Exit.INPUT.code());
    assertThat(folder.resolve("vigie-workspace").resolve("approved-seeds.yaml")).doesNotExist();
  }

  private List<JsonNode> propose(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("seeds", "propose", "--json"));
    words.addAll(List.of(options));
    vigie(words.toArray(String[]::new));
    List<JsonNode> proposed = new ArrayList<>();
    for (String line : here.out().lines().toList()) {
      proposed.add(JSON.readTree(line));
    }
    return proposed;
  }

  private static JsonNode named(List<JsonNode> proposed, String part) {
    return proposed.stream()
        .filter(one -> one.path("url").asText().contains(part))
        .findFirst()
        .orElseThrow();
  }

  private String log() throws Exception {
    return Files.readString(folder.resolve("vigie-workspace").resolve("audit/audit.jsonl"));
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as(here.err() + here.out()).isZero();
  }
}
