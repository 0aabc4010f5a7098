package org.vigie.lab.bench.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.Outcome;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.MatchedAdvert;
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
import org.vigie.world.WorldSpec;

/** The job's own operators that join clusters, then networks, on adverts of known links. */
final class GroupStages implements AutoCloseable {
  private static final Contact CONTACT = Contact.declared(ContactType.PHONE, "+33639980001");
  private static final Assessment NONE =
      new Assessment("other", Outcome.UNDETERMINED, 0, 0, List.of(), "none", "none");

  private final KeyedOneInputStreamOperatorTestHarness<Integer, ClusterInput, IndexChange> clusters;
  private final KeyedOneInputStreamOperatorTestHarness<Integer, NetworkNode, IndexChange> networks;
  private int checkpoint;

  /**
   * @param models folder of the taxonomy and the models
   */
  GroupStages(Path models) throws Exception {
    AlertRuleConfig rules = AlertRuleConfig.defaults();
    clusters =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new JoinClusters(
                models,
                rules,
                Watch.of(List.of()),
                PromptFlush.atCheckpoints(),
                new ClusterRulings(
                    List.of(), IndexPlace.on(models), NearDuplicateConfig.defaults()),
                Horizon.defaults()),
            unused -> JoinClusters.KEY,
            Types.INT);
    networks =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new JoinNetworks(models, NetworkConfig.defaults(), rules),
            unused -> JoinNetworks.KEY,
            Types.INT);
    TypeSerializer<IndexChange> changes =
        TypeInformation.of(IndexChange.class).createSerializer(new SerializerConfigImpl());
    clusters.setup(changes);
    networks.setup(changes);
    clusters.open();
    networks.open();
  }

  /**
   * Takes an advert that is posted as many seconds after the first as its number.
   *
   * @param like id of an advert that it is like, or empty
   * @return its id
   */
  String take(int number, String like) throws Exception {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "example.org", WorldSpec.COMPLETE)
            .postedAt(WorldSpec.BASE.plusSeconds(number))
            .body("An offer with number " + number)
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(advert, "en", List.of(CONTACT), Entities.none(), List.of(), NONE);
    clusters.processElement(ClusterInput.of(new MatchedAdvert(assessed, List.of())), 0);
    if (!like.isEmpty()) {
      clusters.processElement(ClusterInput.of(new NearDuplicateLink(like, advert.id(), 0.9)), 0);
    }
    return advert.id();
  }

  /** Lets all changes go, as a checkpoint does; returns how many there are. */
  int letGo() throws Exception {
    clusters.prepareSnapshotPreBarrier(++checkpoint);
    List<NetworkNode> told = new ArrayList<>();
    Queue<StreamRecord<NetworkNode>> nodes = clusters.getSideOutput(JoinClusters.NODES);
    if (nodes != null) {
      nodes.forEach(node -> told.add(node.getValue()));
      nodes.clear();
    }
    for (NetworkNode node : told) {
      networks.processElement(node, 0);
    }
    networks.prepareSnapshotPreBarrier(checkpoint);
    int changes = clusters.getOutput().size() + networks.getOutput().size();
    clusters.getOutput().clear();
    networks.getOutput().clear();
    return changes;
  }

  @Override
  public void close() throws Exception {
    clusters.close();
    networks.close();
  }
}
