package org.vigie.lab.bench.goals;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.shard.ShardWriter;

/** What a shard's writer costs beside Lucene alone, which adds documents of the same fields. */
final class IndexWriting {
  private static final double MOST_TIMES = 1.5;

  /** Before any round counts. */
  private static final int WARM_UP = 3;

  private final Programs programs;
  private final int rounds;

  IndexWriting(Programs programs, int rounds) {
    this.programs = programs;
    this.rounds = rounds;
  }

  void measure(Path models, Texts texts, Findings findings) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.withoutSigns(models);
    List<AssessedAdvert> adverts =
        texts.bodies().stream().map(body -> assessor.assess(advert(body))).toList();
    List<Document> documents = adverts.stream().map(AdvertDocument::stored).toList();
    double[] ours = new double[rounds];
    double[] raw = new double[rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      long mine = shard(adverts);
      long theirs = lucene(documents);
      if (round >= 0) {
        ours[round] = mine;
        raw[round] = theirs;
      }
    }
    Ratio ratio = Ratio.of("index-writing", ours, raw);
    findings.add(ratio);
    findings.add(
        new Goal(
            "C",
            String.format(Locale.ROOT, "`ShardWriter` ≤ %.1f× raw `addDocument`", MOST_TIMES),
            "",
            ratio.shown(),
            GoalOutcome.atMost(ratio.median(), MOST_TIMES)));
  }

  private static Advert advert(String body) {
    return Advert.builder(Channel.JOB_BOARD, "bench", Instant.EPOCH).body(body).build();
  }

  private long shard(List<AssessedAdvert> adverts) throws IOException {
    long before = cpu();
    try (ShardWriter writer = ShardWriter.open(programs.fresh("shard"), OptionalLong.empty())) {
      for (AssessedAdvert advert : adverts) {
        writer.put(advert);
      }
      writer.commit(1);
    }
    return cpu() - before;
  }

  private long lucene(List<Document> documents) throws IOException {
    long before = cpu();
    try (Directory directory = FSDirectory.open(programs.fresh("lucene"));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(TextAnalysis.analyzer()))) {
      for (Document document : documents) {
        writer.addDocument(document);
      }
      writer.commit();
    }
    return cpu() - before;
  }

  /** That of the whole process, since Lucene merges in threads of its own. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
