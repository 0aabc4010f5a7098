package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.search.AdvertIndex;
import org.vigie.search.alert.AlertChoice;

/** State that older code saved (of 25 November 2026, before 0.2.0), taken up by the present. */
@Timeout(180)
class UpgradeTest {
  private static final List<String> LINES = TestAdverts.shuffledLines(11, 40, 1);
  private static final Path SAVED =
      Path.of(
          System.getProperty("vigie.root"), "pipeline/src/test/resources/upgrade/workspace.zip");

  private static final Instant TWO_YEARS_LATER = Instant.parse("2028-01-02T00:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void goesOnFromWhatOlderCodeSaved(StateBackend backend) throws Exception {
    TestRun alone = new TestRun(folder.resolve("alone"));
    alone.accept("first.jsonl", first());
    alone.accept("second.jsonl", second());
    alone.run(2);

    TestRun upgraded = new TestRun(folder.resolve("upgraded"));
    unzip(SAVED, upgraded.workspace().root());
    assertThat(new SavedState(upgraded.workspace().state()).newest()).isPresent();
    int before = upgraded.found().adverts().size();
    upgraded.accept("second.jsonl", second());
    RunReport report = backend == StateBackend.ROCKSDB ? upgraded.runOnDisk() : upgraded.run(2);

    // What models and rules say of an advert may change with a release; these may not.
    assertThat(upgraded.found().adverts()).isEqualTo(alone.found().adverts());
    assertThat(upgraded.found().memberships()).isEqualTo(alone.found().memberships());
    assertThat(texts(upgraded)).isEqualTo(texts(alone)).isNotEmpty();
    assertThat(linked(upgraded)).isEqualTo(linked(alone)).isNotEmpty();
    assertThat(before).isPositive().isLessThan(upgraded.found().adverts().size());
    assertThat(report.progress().records().repeats()).as("of adverts of before").isPositive();
    assertThat(report.progress().records().adverts()).isEqualTo(second().lines().count());
  }

  /** Returns the clusters, but for what models and rules of adverts say. */
  private static Set<String> texts(TestRun run) throws IOException {
    Set<String> texts = new TreeSet<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      for (ClusterProfile listed : index.clusters(2, 10_000)) {
        ClusterProfile whole = index.findClusterWithTemplate(listed.id()).orElseThrow();
        List<String> shown = whole.indicators().stream().map(Indicator::described).toList();
        texts.add(whole.id() + " of " + whole.size() + " " + shown + " " + whole.template());
      }
    }
    return texts;
  }

  /** Returns what is known of contacts, networks and alerts, but for what models and rules say. */
  private static Set<String> linked(TestRun run) throws IOException {
    Set<String> found = new TreeSet<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Set<String> contacts = new TreeSet<>();
      run.adverts(index)
          .forEach(hit -> hit.advert().contacts().forEach(contact -> contacts.add(contact.key())));
      for (String key : contacts) {
        ContactProfile contact = index.findContact(key).orElseThrow();
        found.add(
            "contact %s of %d from %s to %s, places %s, beside %s, cut %s, in %s"
                .formatted(
                    key,
                    contact.adverts(),
                    contact.firstSeen(),
                    contact.lastSeen(),
                    new TreeMap<>(contact.places()),
                    new TreeMap<>(contact.beside()),
                    index.findContactCut(key).isPresent(),
                    index.findNetworkOf(key).map(NetworkProfile::id)));
      }
      for (NetworkProfile network : index.networks(10_000)) {
        found.add(
            "network %s of %d from %s to %s: %s, %s"
                .formatted(
                    network.id(),
                    network.adverts(),
                    network.firstSeen(),
                    network.lastSeen(),
                    new TreeMap<>(network.clusters()),
                    new TreeMap<>(network.contacts())));
      }
      for (Alert alert : index.alerts(10_000)) {
        AlertChoice same = AlertChoice.all().raisedBy(alert.rule()).about(alert.subject());
        long listed = index.alerts(same, 0, 1).total();
        found.add(
            "alert %s of %s at %s, one of %d listed with it"
                .formatted(alert.id(), alert.rule(), alert.at(), listed));
      }
    }
    return found;
  }

  @Test
  void forgetsTheClustersThatOlderCodeSaved() throws Exception {
    TestRun upgraded = new TestRun(folder.resolve("upgraded"));
    unzip(SAVED, upgraded.workspace().root());
    Map<String, Long> before = StateSizes.of(upgraded.workspace()).byOperator();
    Path later =
        Files.writeString(
            folder.resolve("later.jsonl"), "{\"text\":\"x y\",\"posted\":\"2028-01-01\"}\n");
    new Inbox(upgraded.workspace(), Clock.fixed(TWO_YEARS_LATER, ZoneOffset.UTC))
        .accept(later, Map.of(), TestRun.MANDATE);
    upgraded.run(2);

    Map<String, Long> after = StateSizes.of(upgraded.workspace()).byOperator();
    assertThat(after.getOrDefault("join clusters", 0L))
        .as("%s, then %s", before, after)
        .isLessThan(before.getOrDefault("join clusters", 0L) / 2);
  }

  /** Makes the file, with the code that it is to be of. */
  @Test
  void renewsWhatIsSaved() throws Exception {
    assumeTrue(Boolean.getBoolean("vigie.renew-savepoint"), "only when asked");
    TestRun run = new TestRun(folder.resolve("renewed"));
    run.accept("first.jsonl", first());
    run.run(2);
    Path root = run.workspace().root();
    Files.createDirectories(SAVED.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(SAVED));
        Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        if (isState(root.relativize(file))) {
          zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
    assertThat(SAVED).isNotEmptyFile();
  }

  /** Paths of inputs are of the machine that made it, and what is half-written is nobody's. */
  private static boolean isState(Path file) {
    String first = file.getName(0).toString();
    boolean unneeded =
        file.startsWith("state/tmp")
            || file.startsWith("state/finished-inputs")
            || file.endsWith("write.lock");
    return !unneeded && !first.equals("inbox") && !first.startsWith(".");
  }

  private static void unzip(Path zip, Path root) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = root.resolve(entry.getName()).normalize();
        assertThat(file.startsWith(root)).isTrue();
        Files.createDirectories(file.getParent());
        Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String first() {
    return String.join("", LINES.subList(0, LINES.size() / 2));
  }

  private static String second() {
    return String.join("", LINES.subList(LINES.size() / 2, LINES.size()));
  }
}
