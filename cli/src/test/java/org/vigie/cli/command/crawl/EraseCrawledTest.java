package org.vigie.cli.command.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.FilesThatStay;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.cli.command.Conventions;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCounts;
import org.vigie.world.World;
import org.vigie.world.WorldServer;
import org.vigie.world.WorldSpec;
import picocli.CommandLine;

/** Erasure of what a crawl of an invented web brought. */
@Tag("end-to-end")
class EraseCrawledTest {
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 3", "Act 12", "recruitment", "7", "A. P.", Instant.parse("2100-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private WorldServer web;
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void crawlAndRead() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    web = WorldServer.start(World.generate(new WorldSpec(1, 100)));
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.createDirectories(workspace.root());
    MandateFile.write(workspace.mandate(), MANDATE);
    assertThat(here.vigie("models", "approve")).as("%s", here.err()).isZero();
    crawl();
    assertThat(here.vigie("run", "--quiet", "--input", workspace.captures().toString()))
        .as("%s", here.err())
        .isZero();
  }

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void leavesNothingOfAPageInArchiveAndFrontierAndLetsTheCrawlGoOn() throws Exception {
    Advert advert = alone();
    Map<String, Long> before = lengths();
    assertThat(found(advert.url()))
        .anyMatch(file -> file.startsWith("captures/"))
        .anyMatch(file -> file.startsWith("captures-frontier/"));

    assertThat(here.vigie("erase", advert.id(), "--why", "request of the person"))
        .as("%s", here.err())
        .isZero();

    assertThat(here.err()).doesNotContain("names an erased");
    assertThat(found(advert.url())).isEmpty();
    assertThat(found(advert.body())).isEmpty();
    assertThat(lengths()).as("of archives").isEqualTo(before);
    IndexCounts left;
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      assertThat(index.findAdvert(advert.id())).isEmpty();
      left = index.counts();
    }
    assertThat(left.adverts()).isPositive();
    long requests = web.requests();
    crawl();
    assertThat(web.requests()).as("requests for pages that are known").isEqualTo(requests);
    assertThat(here.vigie("run", "--quiet", "--input", workspace.captures().toString()))
        .as("%s", here.err())
        .isZero();
    assertThat(found(advert.url())).isEmpty();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      assertThat(index.counts()).as("archives known by what they hold now").isEqualTo(left);
    }
  }

  private void crawl() {
    here.forget();
    CommandLine line =
        new CommandLine(
            new CrawlCommand(
                here.environment(),
                settings -> settings.onLoopback(Duration.ofMillis(5), web.hosts())));
    Conventions.apply(line, here.environment());
    List<String> words = new ArrayList<>(List.of("--quiet"));
    web.seeds().forEach(seed -> words.addAll(List.of("--seed", seed.toString())));
    assertThat(line.execute(words.toArray(String[]::new))).as("%s", here.err()).isZero();
  }

  /** Returns an advert that stands on a page of its own. */
  private Advert alone() throws IOException {
    Map<String, List<Advert>> byUrl = new HashMap<>();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      index.forEachAdvert(
          "",
          hit -> {
            Advert advert = hit.advert().advert();
            byUrl.computeIfAbsent(advert.url(), unused -> new ArrayList<>()).add(advert);
          });
    }
    return byUrl.values().stream()
        .filter(there -> there.size() == 1)
        .map(List::getFirst)
        .filter(advert -> advert.channel() == Channel.CLASSIFIEDS)
        .min(Comparator.comparing(Advert::id))
        .orElseThrow();
  }

  private Map<String, Long> lengths() throws IOException {
    Map<String, Long> lengths = new HashMap<>();
    try (Stream<Path> files = Files.list(workspace.captures())) {
      for (Path file : files.toList()) {
        lengths.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return lengths;
  }

  /** Returns the files that hold a text, compressed or not. */
  private List<String> found(String text) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Path file : FilesThatStay.in(workspace.root())) {
      byte[] bytes = Files.readAllBytes(file);
      String content = new String(bytes, ISO_8859_1);
      if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          content += new String(in.readAllBytes(), ISO_8859_1);
        }
      }
      // An address may be the beginning of another.
      if (Pattern.compile(Pattern.quote(text) + "(?![\\w/%~-])").matcher(content).find()) {
        found.add(workspace.root().relativize(file).toString());
      }
    }
    return List.copyOf(found);
  }
}
