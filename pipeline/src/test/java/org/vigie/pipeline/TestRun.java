package org.vigie.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Mandate;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Severity;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.StoredQuery;
import org.vigie.search.document.RecordJson;

/** A workspace in which tests run the job. */
public record TestRun(Path folder) {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(3600));

  private static final Watchlist WATCHLIST =
      new Watchlist(
          List.of(new WatchedContact("phone:+33639980011", "a case", Severity.URGENT)),
          List.of(
              new WatchedTemplate(
                  "documents",
                  "Bring your passport, we keep your passport. The fee is deducted from your wages.",
                  0.05,
                  Severity.NOTICE)));

  /** What a run finds: the sets that must not depend on how it ran. */
  public record Found(
      Set<String> adverts,
      Set<String> memberships,
      Set<String> clusters,
      Set<String> alerts,
      Set<String> contacts,
      Set<String> networks) {}

  public Workspace workspace() {
    return new Workspace(folder.resolve("workspace"));
  }

  /** Copies all to another folder; files that were copied are as new as the copy. */
  void copyTo(Path other) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes unused)
              throws IOException {
            Files.createDirectories(copied(from));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes unused)
              throws IOException {
            Files.copy(from, copied(from));
            return FileVisitResult.CONTINUE;
          }

          private Path copied(Path from) {
            return other.resolve(folder.relativize(from).toString());
          }
        });
  }

  public Path accept(String name, String content) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve(name), content);
    new Inbox(workspace(), Clock.fixed(NOW, ZoneOffset.UTC)).accept(file, Map.of(), MANDATE);
    return file;
  }

  /** Accepts what is kept in the workspace itself. */
  void acceptSpooled(String content) throws IOException {
    new Inbox(workspace(), Clock.fixed(NOW, ZoneOffset.UTC))
        .acceptStream(
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
            InputFormat.JSONL,
            Map.of(),
            MANDATE);
  }

  void acceptWarc(String name, byte[] records) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.write(folder.resolve(name), records);
    new Inbox(workspace(), Clock.fixed(NOW, ZoneOffset.UTC)).accept(file, Map.of(), MANDATE);
  }

  /** Accepts a page as it was saved by a person. */
  void acceptPage(String html) throws IOException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(pages.resolve("page.html"), html);
    Path warc = folder.resolve("pages.warc.gz");
    HtmlImport.wrap(pages, warc, MANDATE, clock);
    new Inbox(workspace(), clock).accept(warc, Map.of(), MANDATE);
  }

  public RunReport run(int parallelism) throws IOException, InterruptedException {
    return run(parallelism, unused -> {});
  }

  /** Runs with what people said of which adverts belong together. */
  RunReport runKeepingTo(List<ClusterRuling> rulings) throws IOException, InterruptedException {
    return embedded(2, TopicEnds.none(), OptionalInt.empty()).keepingTo(rulings).run(unused -> {});
  }

  /** Runs and copies each shard to a store. */
  RunReport runCopyingTo(String store) throws IOException, InterruptedException {
    return embedded(2, TopicEnds.none(), OptionalInt.empty()).copyingTo(store).run(unused -> {});
  }

  RunReport run(int parallelism, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    return run(parallelism, TopicEnds.none(), onProgress);
  }

  RunReport run(int parallelism, TopicEnds ends, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    return run(parallelism, ends, OptionalInt.empty(), onProgress);
  }

  RunReport run(
      int parallelism, TopicEnds ends, OptionalInt metricsPort, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    return embedded(parallelism, ends, metricsPort).run(onProgress);
  }

  /** Runs one instance of each step, which remembers texts for so long. */
  RunReport runRemembering(Horizon horizon) throws IOException, InterruptedException {
    return runRemembering(horizon, 1);
  }

  RunReport runRemembering(Horizon horizon, int parallelism)
      throws IOException, InterruptedException {
    return runRemembering(horizon, parallelism, unused -> {});
  }

  RunReport runRemembering(Horizon horizon, int parallelism, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    return embedded(parallelism, horizon, TopicEnds.none(), OptionalInt.empty()).run(onProgress);
  }

  /** As above, with what people said of which adverts belong together. */
  RunReport runRemembering(Horizon horizon, List<ClusterRuling> rulings)
      throws IOException, InterruptedException {
    return embedded(1, horizon, TopicEnds.none(), OptionalInt.empty())
        .keepingTo(rulings)
        .run(unused -> {});
  }

  /** Runs two instances of each step, with their state on disk. */
  RunReport runOnDisk() throws IOException, InterruptedException {
    return embedded(
            2, Horizon.defaults(), StateBackend.ROCKSDB, TopicEnds.none(), OptionalInt.empty())
        .run(unused -> {});
  }

  /** Runs until the thread is interrupted. */
  void watch(int parallelism, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    embedded(parallelism, TopicEnds.none(), OptionalInt.empty()).watch(onProgress);
  }

  /** Runs until there is enough. */
  void watch(
      int parallelism,
      OptionalInt metricsPort,
      Consumer<RunProgress> onProgress,
      BooleanSupplier enough)
      throws IOException, InterruptedException {
    embedded(parallelism, TopicEnds.none(), metricsPort).watch(onProgress, enough);
  }

  private EmbeddedRun embedded(int parallelism, TopicEnds ends, OptionalInt metricsPort) {
    return embedded(parallelism, Horizon.defaults(), ends, metricsPort);
  }

  private EmbeddedRun embedded(
      int parallelism, Horizon horizon, TopicEnds ends, OptionalInt metricsPort) {
    return embedded(parallelism, horizon, StateBackend.HASHMAP, ends, metricsPort);
  }

  private EmbeddedRun embedded(
      int parallelism,
      Horizon horizon,
      StateBackend stateBackend,
      TopicEnds ends,
      OptionalInt metricsPort) {
    RunConfig config =
        new RunConfig(
            models(),
            parallelism,
            3,
            Duration.ofMillis(200),
            GroupingConfig.defaults(),
            horizon,
            stateBackend);
    List<StoredQuery> queries =
        List.of(new StoredQuery("galway", "1", "place:Galway", Severity.NOTICE));
    return new EmbeddedRun(workspace(), config, new Watch(queries, WATCHLIST), ends, metricsPort);
  }

  public Found found() throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace().index())) {
      Set<String> adverts = new TreeSet<>();
      Set<String> contacts = new TreeSet<>();
      adverts(index)
          .forEach(hit -> {
            adverts.add(line(hit));
            hit.advert().contacts().forEach(contact -> contacts.add(contact.key()));
          });
      Set<String> memberships = new TreeSet<>();
      index.memberships().forEach(m -> memberships.add(m.advertId() + " in " + m.clusterId()));
      Set<String> clusters = new TreeSet<>();
      for (ClusterProfile listed : index.clusters(2, 10_000)) {
        ClusterProfile whole = index.findClusterWithTemplate(listed.id()).orElseThrow();
        clusters.add(RecordJson.write(whole));
      }
      Set<String> alerts = new TreeSet<>();
      for (Alert alert : index.alerts(10_000)) {
        alerts.add(alert.toString());
      }
      Set<String> known = new TreeSet<>();
      for (String contact : contacts) {
        known.add(
            index.findContact(contact).map(RecordJson::write)
                + " "
                + index.findContactCut(contact)
                + " in "
                + index.findNetworkOf(contact).map(NetworkProfile::id));
      }
      Set<String> networks = new TreeSet<>();
      index.networks(10_000).forEach(network -> networks.add(RecordJson.write(network)));
      return new Found(adverts, memberships, clusters, alerts, known, networks);
    }
  }

  /** Returns all adverts of an index. */
  public List<SearchResult.Hit> adverts(AdvertIndex index) throws IOException {
    return index
        .search(
            new SearchRequest("", 0, 10_000, SearchRequest.Order.NEWEST, 0, Duration.ofMinutes(1)))
        .hits();
  }

  private static String line(SearchResult.Hit hit) {
    Advert advert = hit.advert().advert();
    return String.join(
        " ",
        advert.id(),
        advert.sourceId(),
        advert.time().toString(),
        advert.body(),
        hit.cluster().id(),
        Long.toString(hit.timesSeen()));
  }

  static Path models() {
    return Path.of(System.getProperty("vigie.root"), "models");
  }
}
