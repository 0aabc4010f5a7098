package org.vigie.lab.bench.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Membership;
import org.vigie.advert.Sighting;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.cluster.ClusterProfiles;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.neardup.Resemblance;
import org.vigie.search.shard.ShardWriter;

/**
 * The floor that the job is held against: reading, repeats, assessment, near-duplicates, clusters,
 * contacts and the index in one thread, with hash maps for state, nothing that survives a crash but
 * the index, and no alerts.
 */
final class FusedLoop {
  /** Adverts of a cluster that are summed up; the job sums up all. */
  private static final int MAX_MEMBERS = 8;

  private static final int REPRESENTATIVES = 8;
  private static final int COMMIT_EVERY = 5_000;

  private final AdvertAssessor assessor;
  private final ClusterProfiles profiles;
  private final Resemblance resemblance;
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<Long, List<String>> buckets = new HashMap<>();
  private final Map<String, int[]> signatures = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<AssessedAdvert>> clusters = new HashMap<>();
  private final Map<String, Long> contacts = new HashMap<>();

  FusedLoop(Path models) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    assessor = AdvertAssessor.load(models);
    profiles = new ClusterProfiles(taxonomy, GroupModel.find(models, taxonomy));
    resemblance = new Resemblance(NearDuplicateConfig.defaults());
  }

  /** Reads an input to its end into a new index; returns how many different adverts there were. */
  long run(InputManifest input, Path shard) throws IOException {
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none());
        ShardWriter index = ShardWriter.open(shard, OptionalLong.empty())) {
      long commits = 0;
      for (List<Intake> entry = reader.next(); entry != null; entry = reader.next()) {
        for (Intake intake : entry) {
          if (intake.advert() != null) {
            int before = seen.size();
            take(intake.advert(), index);
            if (seen.size() > before && seen.size() % COMMIT_EVERY == 0) {
              index.commit(++commits);
            }
          }
        }
      }
      for (List<AssessedAdvert> cluster : clusters.values()) {
        if (cluster.size() > 1) {
          index.put(profiles.of(cluster));
        }
      }
      index.commit(++commits);
    }
    return seen.size();
  }

  private void take(Advert advert, ShardWriter index) throws IOException {
    long times = seen.merge(advert.id(), 1L, Long::sum);
    index.put(
        new Sighting(
            advert.id(),
            advert.time(),
            advert.time(),
            times,
            List.of(advert.url()),
            List.of(advert.sourceId())));
    if (times > 1) {
      return;
    }
    AssessedAdvert read = assessor.assess(advert);
    if (read.minorRisk()) {
      return;
    }
    index.put(read);
    ContactUse.of(read, null).forEach(use -> contacts.merge(use.contact(), 1L, Long::sum));
    pair(advert);
    String root = rootOf(advert.id());
    List<AssessedAdvert> cluster = clusters.computeIfAbsent(root, unused -> new ArrayList<>());
    if (cluster.size() < MAX_MEMBERS) {
      cluster.add(read);
    }
    index.put(new Membership(advert.id(), "c-" + root.substring(2)));
  }

  private void pair(Advert advert) {
    int[] signature = resemblance.signature(advert.text());
    if (signature.length == 0) {
      return;
    }
    double least = NearDuplicateConfig.defaults().minSimilarity();
    for (long bucket : resemblance.buckets(signature)) {
      List<String> present = buckets.computeIfAbsent(bucket, unused -> new ArrayList<>());
      for (String other : present) {
        Optional.ofNullable(signatures.get(other))
            .filter(known -> resemblance.resemble(signature, known, least))
            .ifPresent(known -> join(advert.id(), other));
      }
      if (present.size() < REPRESENTATIVES) {
        present.add(advert.id());
      }
    }
    signatures.put(advert.id(), signature);
  }

  private void join(String one, String other) {
    String root = rootOf(one);
    String joined = rootOf(other);
    if (!root.equals(joined)) {
      parents.put(root, joined);
      List<AssessedAdvert> texts = clusters.remove(root);
      if (texts != null) {
        List<AssessedAdvert> all = clusters.computeIfAbsent(joined, unused -> new ArrayList<>());
        texts.stream().limit(MAX_MEMBERS - all.size()).forEach(all::add);
      }
    }
  }

  private String rootOf(String id) {
    String at = id;
    for (String parent = parents.get(at); parent != null; parent = parents.get(at)) {
      at = parent;
    }
    return at;
  }
}
