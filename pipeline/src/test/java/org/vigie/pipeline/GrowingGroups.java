package org.vigie.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.cluster.ClusterRulings;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.JoinNetworks;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.state.Horizon;

/** The operators that join clusters and networks, over many checkpoints. */
final class GrowingGroups implements AutoCloseable {
  private final IndexHarness<Integer, ClusterInput> clusters;
  private final IndexHarness<Integer, NetworkNode> networks;
  private final Consumer<IndexChange> index;
  private int checkpoint;

  /** Makes them with nothing in them; every change of the index goes to a consumer. */
  GrowingGroups(Consumer<IndexChange> index) throws Exception {
    this.index = index;
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    AlertRuleConfig rules = AlertRuleConfig.defaults();
    clusters =
        new IndexHarness<>(
            new JoinClusters(
                models,
                rules,
                Watch.of(List.of()),
                PromptFlush.atCheckpoints(),
                new ClusterRulings(
                    List.of(), IndexPlace.on(models), NearDuplicateConfig.defaults()),
                new Horizon(90)),
            unused -> JoinClusters.KEY,
            Types.INT);
    networks =
        new IndexHarness<>(
            new JoinNetworks(models, NetworkConfig.defaults(), rules),
            unused -> JoinNetworks.KEY,
            Types.INT);
    clusters.open();
    networks.open();
  }

  void take(ClusterInput input) throws Exception {
    clusters.processElement(input, 0);
  }

  /** Lets all changes go, as a checkpoint does. */
  void checkpoint() throws Exception {
    clusters.prepareSnapshotPreBarrier(++checkpoint);
    List<NetworkNode> nodes = new ArrayList<>();
    var told = clusters.getSideOutput(JoinClusters.NODES);
    if (told != null) {
      told.forEach(node -> nodes.add(node.getValue()));
      told.clear();
    }
    for (NetworkNode node : nodes) {
      networks.processElement(node, 0);
    }
    networks.prepareSnapshotPreBarrier(checkpoint);
    clusters.extractOutputValues().forEach(index);
    networks.extractOutputValues().forEach(index);
    clusters.getOutput().clear();
    networks.getOutput().clear();
  }

  @Override
  public void close() throws Exception {
    clusters.close();
    networks.close();
  }

  /** Returns an advert without signs, posted as many seconds after a time as its number. */
  static AssessedAdvert advert(Instant from, int number, String body, List<String> phones) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "example.org", from)
            .postedAt(from.plusSeconds(number))
            .body(body)
            .build();
    Assessment none =
        new Assessment("other", Outcome.UNDETERMINED, 0, 0, List.of(), "none", "none");
    return new AssessedAdvert(
        advert,
        "en",
        phones.stream().map(phone -> Contact.declared(ContactType.PHONE, phone)).toList(),
        Entities.none(),
        List.of(),
        none);
  }
}
