package org.vigie.cli.invented;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.LexiconPhrases;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.pipeline.cluster.ClusterProfiles;
import org.vigie.training.risk.GroupExample;
import org.vigie.world.GroupAdvert;
import org.vigie.world.GroupAdverts;

/** The invented groups of adverts that the model of groups is trained on and measured with. */
public final class InventedGroups {
  private static final long SEED = 5;

  /** Of each form in each language, trained on and measured with: 20 are one round of the mix. */
  private static final int GROUPS = 20;

  private InventedGroups() {}

  /** Returns the groups that the published model is trained on, then those it is measured with. */
  public static List<GroupExample> of(Path models) throws IOException {
    return of(models, SEED, GROUPS);
  }

  /**
   * Returns groups, the same each time, less those that lead the minor-risk way.
   *
   * @param seed of those trained on; those measured with have the next
   * @param groups how many of each form in each language and each half of the wording
   */
  static List<GroupExample> of(Path models, long seed, int groups) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    LexiconPhrases phrases = LexiconPhrases.load(models, taxonomy);
    AdvertAssessor assessor = AdvertAssessor.withoutSigns(models);
    ClusterProfiles profiles = new ClusterProfiles(taxonomy, Optional.empty());
    Map<String, List<GroupAdvert>> byGroup = new LinkedHashMap<>();
    Stream.concat(
            new GroupAdverts(seed, phrases::of).of(groups, false).stream(),
            new GroupAdverts(seed + 1, phrases::of).of(groups, true).stream())
        .forEach(advert ->
            byGroup.computeIfAbsent(advert.group(), unused -> new ArrayList<>()).add(advert));
    List<GroupExample> examples = new ArrayList<>();
    for (List<GroupAdvert> group : byGroup.values()) {
      List<AssessedAdvert> read = group.stream().map(a -> assessor.assess(a.advert())).toList();
      if (read.stream().noneMatch(AssessedAdvert::minorRisk)) {
        GroupAdvert one = group.getFirst();
        GroupFacts facts = GroupFacts.of(profiles.withContacts(read));
        examples.add(
            new GroupExample(one.group(), one.truth(), one.language(), one.heldOut(), facts));
      }
    }
    return examples;
  }
}
