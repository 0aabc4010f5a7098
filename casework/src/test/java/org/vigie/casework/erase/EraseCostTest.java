package org.vigie.casework.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.casework.Judgements;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.erase.TraceFinder;
import org.vigie.pipeline.erase.Traces;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;

/** The CPU time of looking for many adverts at once, in captures, notes and exports. */
@Tag("cost")
class EraseCostTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(3600));

  private static final int PAGES = 3_000;
  private static final int LINES = 6_000;
  private static final double MOST = 1.4;

  /** What disturbs a measurement only ever makes it longer, so it goes on until it holds. */
  private static final int ROUNDS = 10;

  @TempDir Path folder;
  private Workspace workspace;
  private final List<Advert> adverts = new ArrayList<>();

  @BeforeEach
  void makeWorkspace() throws Exception {
    workspace = new Workspace(folder.resolve("workspace"));
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Random random = new Random(1);
    for (int number = 0; number < PAGES; number++) {
      Files.writeString(pages.resolve("job-" + number + ".html"), page(number, random));
    }
    Path warc = Files.createDirectories(workspace.root()).resolve("pages.warc.gz");
    HtmlImport.wrap(pages, warc, MANDATE, CLOCK);
    new Inbox(workspace, CLOCK).accept(warc, Map.of(), MANDATE);
    AdvertExtractor extractor = new AdvertExtractor(SiteTemplates.none());
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof WarcEntry.Captured page) {
          adverts.addAll(extractor.extract(page.capture(), page.payload()).adverts());
        }
      }
    }
    assertThat(adverts).hasSize(PAGES);
  }

  @Test
  void growsLittleWithTheirNumber() throws Exception {
    find(100);
    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    for (int round = 0; round < 2 || (round < ROUNDS && many > MOST * few); round++) {
      few = Math.min(few, all(10));
      many = Math.min(many, all(1_000));
    }
    assertThat((double) many / few).isLessThanOrEqualTo(MOST);
  }

  /** Returns the milliseconds of CPU that erasing some adverts takes but for the sources. */
  private long all(int count) throws Exception {
    List<String> ids = ids(count);
    long start = cpu();
    Traces traces = find(count);
    long found = cpu();
    assertThat(traces.addresses()).hasSize(count);
    note();
    long noted = cpu();
    assertThat(
            DatabaseErasure.erase(
                workspace.database(), ids, GoneWith.nothing(), traces.addresses()))
        .isTrue();
    List<String> wanted = new ArrayList<>(ids);
    wanted.addAll(traces.addresses());
    Collection<String> left = OtherFiles.erase(workspace, wanted, new Inbox(workspace, CLOCK));
    long end = cpu();
    assertThat(left).isEmpty();
    try (var lines = Files.lines(workspace.root().resolve("export.jsonl"))) {
      assertThat(lines).hasSize(LINES - count * LINES / PAGES);
    }
    return (found - start + end - noted) / 1_000_000;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<String> ids(int count) {
    return adverts.subList(0, count).stream().map(Advert::id).toList();
  }

  private Traces find(int count) throws IOException {
    return new TraceFinder(workspace, SiteTemplates.none(), ids(count))
        .find(List.of(), workspace.erasure());
  }

  /** Writes anew what people and commands left. */
  private void note() throws IOException {
    if (Files.exists(workspace.database().getParent())) {
      FolderTree.delete(workspace.database().getParent());
    }
    Files.createDirectories(workspace.database().getParent());
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Judgements.SCHEMA)) {
      database.transact(db -> {
        try (var insert =
            db.prepareStatement(
                "INSERT INTO judgement (at, account, subject, opinion, why) VALUES ('', 'ana', ?,"
                    + " 'lead', ?)")) {
          for (Advert advert : adverts) {
            insert.setString(1, "advert:" + advert.id());
            insert.setString(2, "see " + advert.url());
            insert.executeUpdate();
          }
        }
        return adverts.size();
      });
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      Advert advert = adverts.get(line % PAGES);
      lines.add("{\"id\":\"" + advert.id() + "\",\"text\":\"" + advert.body() + "\"}");
    }
    Files.write(workspace.root().resolve("export.jsonl"), lines);
  }

  private static String page(int number, Random random) {
    StringBuilder words = new StringBuilder("Help wanted in kitchen " + number + ".");
    StringBuilder links = new StringBuilder();
    for (int word = 0; word < 400; word++) {
      words.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
    }
    for (int link = 0; link < 40; link++) {
      links.append("<a href='/category/").append(random.nextInt(1 << 20)).append("'>more</a>\n");
    }
    return """
    <!doctype html><title>Job</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "JobPosting", "title": "Job %d", "description": "%s"}
    </script><p>%2$s</p>%3$s\
    """
        .formatted(number, words, links);
  }
}
