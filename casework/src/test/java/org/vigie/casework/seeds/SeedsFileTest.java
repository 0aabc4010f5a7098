package org.vigie.casework.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Seed.Reach;
import org.vigie.crawler.frontier.Seed.Revisit;
import org.vigie.files.failure.UserError;

class SeedsFileTest {
  private static final Mandate CASE_7 =
      new Mandate("a", "b", "c", "7", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final String INLINE =
      "{authority: a, legal-basis: b, purpose: c, case: '7', approved-by: e, valid-until:"
          + " 2026-12-31}";

  @TempDir Path folder;

  @Test
  void readsEveryKeyOfASeed() throws Exception {
    MandateFile.write(folder.resolve("case-7.yaml"), CASE_7);

    assertThat(
            read(
                """
                seeds:
                  - url: HTTPS://Board.example.org/lyon/
                    reach: path
                    mandate: case-7.yaml
                    max-pages: 500
                    reader: forum
                    revisit: {at-least: 30m, at-most: 2d}
                    image-hashes: true
                    render: true
                """))
        .containsExactly(
            new SeedEntry(
                "https://board.example.org/lyon/",
                Reach.PATH,
                Optional.of(CASE_7),
                500,
                "forum",
                new Revisit(Duration.ofMinutes(30), Duration.ofDays(2)),
                Set.of(Mandate.Permission.IMAGE_HASHES),
                true));
  }

  @Test
  void anAddressAloneMeansItsWholeHostOnce() throws Exception {
    assertThat(read("seeds: [{url: 'https://a.example.org'}]"))
        .containsExactly(
            new SeedEntry(
                "https://a.example.org/",
                Reach.HOST,
                Optional.empty(),
                Seed.UNLIMITED,
                "",
                null,
                Set.of(),
                false));
  }

  @Test
  void takesFromTheDefaultsWhatASeedLeavesOut() throws Exception {
    List<SeedEntry> entries =
        read(
            """
            defaults: {reach: domain, max-pages: 9, mandate: %s, revisit: {at-least: 1h, at-most: 1h}}
            seeds:
              - url: https://a.example.org/
              - {url: 'https://b.example.org/', reach: host, max-pages: 8, revisit: never}
            """
                .formatted(INLINE));

    assertThat(entries).extracting(SeedEntry::reach).containsExactly(Reach.DOMAIN, Reach.HOST);
    assertThat(entries).extracting(SeedEntry::maxPages).containsExactly(9L, 8L);
    assertThat(entries).extracting(SeedEntry::mandate).containsOnly(Optional.of(CASE_7));
    assertThat(entries)
        .extracting(SeedEntry::revisit)
        .containsExactly(new Revisit(Duration.ofHours(1), Duration.ofHours(1)), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{seeds: []} | seeds: must name at least one seed, but names none",
        "{seeds: [{reach: host}]} | seeds[0].url: must be there, but is missing",
        "{seeds: [{url: 'ftp://a.example.org/'}]} | seeds[0].url: must be an address such as https://example.org/ without a login, but was 'ftp://a.example.org/'",
        "{seeds: [{url: 'https://u:p@a.example.org/'}]} | seeds[0].url: must be an address such as https://example.org/ without a login, but was 'https://u:p@a.example.org/'",
        "{seeds: [{url: 'https://a.example.org/', reach: all}]} | seeds[0].reach: must be one of host, path, domain, but was 'all'",
        "{seeds: [{url: 'https://a.example.org/', max-pages: 0}]} | seeds[0].max-pages: must be a whole number from 1 to 2147483647, but was '0'",
        "{seeds: [{url: 'https://a.example.org/', reader: forums}]} | seeds[0].reader: must be one of sitemap, feed, json-feed, mastodon, activitypub, social, telegram, link-preview, xml, discourse, json, platform, mail-archive, job-board, forum, wall, entries, declared-thread, social-preview, state, classifieds, listing, page, but was 'forums'",
        "{seeds: [{url: 'https://a.example.org/', revisit: often}]} | seeds[0].revisit: must be never, or have at-least and at-most, but was 'often'",
        "{seeds: [{url: 'https://a.example.org/', revisit: {at-least: 1h}}]} | seeds[0].revisit.at-most: must be there, but is missing",
        "{seeds: [{url: 'https://a.example.org/', revisit: {at-least: 30, at-most: 1h}}]} | seeds[0].revisit.at-least: must be a duration such as 2s (units ms, s, m, h, d), but was '30'",
        "{seeds: [{url: 'https://a.example.org/', revisit: {at-least: 1s, at-most: 1h}}]} | seeds[0].revisit.at-least: must be a duration of at least 10000ms, but was '1s'",
        "{seeds: [{url: 'https://a.example.org/', revisit: {at-least: 2h, at-most: 1h}}]} | seeds[0].revisit.at-most: must not be shorter than at-least (2h), but was '1h'",
        "{defaults: {revisit: {at-leat: 2h}}} | defaults.revisit.at-least: must be there, but is missing",
        "{seeds: [{url: 'https://a.example.org/'}, {url: 'https://A.example.org'}]} | seeds[1].url: must be named once, but seeds[0] has it too, but was 'https://a.example.org/'",
        "{seeds: [{url: 'https://a.example.org/', depth: 3}]} | seeds[0].depth is no known key; known here: image-hashes, mandate, max-pages, pictures, reach, reader, render, revisit, url",
        "{defaults: {url: x}, seeds: []} | defaults.url is no known key; known here: image-hashes, mandate, max-pages, pictures, reach, reader, render, revisit",
        "{seed: []} | seed is no known key; known here: defaults, seeds",
        "{seeds: [{url: 'https://a.example.org/', mandate: none.yaml}]} | seeds[0].mandate: none.yaml must hold a mandate, but there is no such file",
        "{seeds: [{url: 'https://a.example.org/', mandate: {authority: a}}]} | seeds[0].mandate: a mandate needs authority, legal-basis, purpose, case, approved-by, valid-until, but legal-basis, purpose, case, approved-by, valid-until are missing",
      })
  void refusesWhatCannotBeAndSaysWhere(String yaml, String error) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UserError.class)
        .hasMessage("seeds.yaml: " + error);
  }

  @Test
  void readsTheExample() {
    Path example = Readme.project().resolve("docs/examples/seeds.yaml");

    assertThat(SeedsFile.read(example, "seeds.yaml"))
        .extracting(SeedEntry::reach)
        .containsExactly(Reach.PATH, Reach.HOST, Reach.DOMAIN);
  }

  @Test
  void isToldFromAListOfAddressesByItsName() {
    assertThat(SeedsFile.is(Path.of("a/seeds.yaml"))).isTrue();
    assertThat(SeedsFile.is(Path.of("a/seeds.yml"))).isTrue();
    assertThat(SeedsFile.is(Path.of("a.yaml/seeds.txt"))).isFalse();
  }

  private List<SeedEntry> read(String yaml) throws IOException {
    Path file = folder.resolve("seeds.yaml");
    Files.writeString(file, yaml);
    return SeedsFile.read(file, "seeds.yaml");
  }
}
