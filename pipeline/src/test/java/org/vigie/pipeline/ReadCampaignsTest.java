package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NetworkProfile;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.pipeline.GroupsHarness.Groups;
import org.vigie.pipeline.intake.AdvertLines;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;

/**
 * Campaigns and ordinary groups in the words of authors who had read nothing of the project, read
 * by the classifier: looked at as totals only. Bounds lie a little below what was measured.
 */
class ReadCampaignsTest {
  private static final Instant SEEN = Instant.parse("2026-11-20T10:00:00Z");

  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(Path.of(System.getProperty("vigie.root"), "models"));
  }

  @Test
  void raiseAnAlertWhereTheirAdvertsSayASignOfControl() throws Exception {
    Totals totals = new Totals();
    for (List<AssessedAdvert> campaign : groups("campaigns").values()) {
      totals.add(campaign);
    }
    assertThat(totals.groups).as(totals.toString()).isGreaterThanOrEqualTo(80);
    assertThat(totals.joined).isGreaterThan(totals.groups * 17 / 20);
    assertThat(totals.alerted).isGreaterThan(totals.groups * 17 / 20);
  }

  @Test
  void raiseNoneWhereEmployersPostInSeveralTowns() throws Exception {
    Totals totals = new Totals();
    for (List<AssessedAdvert> group : groups("ordinary").values()) {
      totals.add(group);
    }
    assertThat(totals.groups).isGreaterThanOrEqualTo(60);
    assertThat(totals.alerted).isLessThanOrEqualTo(totals.groups / 50);
  }

  /** How many groups stand in one network, and how many raise an alert. */
  private static final class Totals {
    private int groups;
    private int joined;
    private int alerted;

    void add(List<AssessedAdvert> adverts) throws Exception {
      Groups found = GroupsHarness.of(adverts, List.of());
      groups++;
      boolean whole =
          found.networks().values().stream()
              .mapToLong(NetworkProfile::adverts)
              .anyMatch(size -> size == adverts.size());
      joined += whole ? 1 : 0;
      alerted += found.alerts().isEmpty() ? 0 : 1;
    }

    @Override
    public String toString() {
      return groups + ", joined " + joined + ", with an alert " + alerted;
    }
  }

  /** Returns group → its adverts as they are read. */
  private static Map<String, List<AssessedAdvert>> groups(String kind) throws IOException {
    Map<String, List<AssessedAdvert>> groups = new TreeMap<>();
    for (String author : List.of("first", "second", "third")) {
      String name = "/campaigns/read/" + author + "-" + kind + ".jsonl";
      AdvertLines lines =
          new AdvertLines(
              new InputManifest(
                  name,
                  name,
                  name,
                  0,
                  InputManifest.Layout.lines(name),
                  new InputManifest.Acceptance("", SEEN)));
      long number = 0;
      for (String line : lines(name)) {
        Intake intake = lines.read(line, ++number);
        Advert advert = Objects.requireNonNull(intake.advert(), () -> name + ": " + line);
        String group = author + " " + advert.sourceId().replaceAll("-[0-9]+$", "");
        groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(assessor.assess(advert));
      }
    }
    return groups;
  }

  private static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReadCampaignsTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
