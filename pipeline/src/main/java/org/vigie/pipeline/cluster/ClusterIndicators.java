package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Indicator;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.contact.ContactIndicators;

/** Finds the indicators that only a cluster as a whole shows. */
final class ClusterIndicators {
  static final String TEMPLATE_CLUSTER = "OA-02";
  static final String MASS_REPOST = "RC-15";

  /** Two adverts may be one that was mended; three are a habit. */
  private static final int MIN_TEMPLATE_SIZE = 3;

  /** A border worker's employer may post in two countries. */
  private static final int MIN_COUNTRIES = 3;

  private final Taxonomy taxonomy;
  private final ContactIndicators contacts;

  ClusterIndicators(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.contacts = new ContactIndicators(taxonomy);
  }

  /** Returns the indicators of a cluster, in order of their ids. */
  List<Indicator> of(ClusterState cluster) {
    List<Indicator> found = new ArrayList<>(contacts.movement(cluster.movement()));
    Template template = cluster.template();
    if (cluster.size >= MIN_TEMPLATE_SIZE
        && template.parts().stream().anyMatch(TemplatePart::isSlot)) {
      found.add(
          indicator(TEMPLATE_CLUSTER, cluster.size + " adverts share one text whose slots vary"));
    }
    if (cluster.countries.size() >= MIN_COUNTRIES) {
      found.add(
          indicator(MASS_REPOST, "the same offer in " + cluster.countries.size() + " countries"));
    }
    return found;
  }

  private Indicator indicator(String id, String detail) {
    return taxonomy.indicator(id, List.of(), detail);
  }
}
