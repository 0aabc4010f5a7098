package org.vigie.lab.bench.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
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
import org.vigie.pipeline.neardup.PairNearDuplicates;
import org.vigie.pipeline.neardup.SignAdvert;
import org.vigie.pipeline.neardup.SignedAdvert;
import org.vigie.pipeline.state.Horizon;

/**
 * The job's own operators that find clusters, one after another in one thread, with their state on
 * the heap: signing, pairing, joining. Templates are made when somebody looks at a cluster.
 */
final class ClusterStages implements Clustering {
  /** A checkpoint every two seconds at a thousand adverts a second. */
  private static final int CHECKPOINT_EVERY = 2_000;

  private final OneInputStreamOperatorTestHarness<Advert, SignedAdvert> sign;
  private final KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      pair;
  private final KeyedOneInputStreamOperatorTestHarness<Integer, ClusterInput, IndexChange> join;
  private int adverts;
  private long links;

  /**
   * @param models folder of the taxonomy and the models
   */
  ClusterStages(Path models) throws Exception {
    NearDuplicateConfig config = NearDuplicateConfig.defaults();
    sign =
        new OneInputStreamOperatorTestHarness<>(
            new StreamFlatMap<>(new SignAdvert<Advert>(config, advert -> advert)));
    pair =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new PairNearDuplicates(config, Horizon.defaults())),
            unused -> PairNearDuplicates.KEY,
            Types.INT);
    join =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new JoinClusters(
                models,
                AlertRuleConfig.defaults(),
                Watch.of(List.of()),
                PromptFlush.atCheckpoints(),
                new ClusterRulings(List.of(), IndexPlace.on(models), config),
                Horizon.defaults()),
            unused -> JoinClusters.KEY,
            Types.INT);
    sign.open();
    pair.open();
    join.setup(
        TypeInformation.of(IndexChange.class).createSerializer(new SerializerConfigImpl()));
    join.open();
  }

  @Override
  public void take(Advert advert) throws Exception {
    join.processElement(new StreamRecord<>(ClusterInput.of(unmatched(advert))));
    sign.processElement(new StreamRecord<>(advert));
    for (Object signed = sign.getOutput().poll();
        signed != null;
        signed = sign.getOutput().poll()) {
      pair.processElement(new StreamRecord<>(value(signed, SignedAdvert.class)));
    }
    for (Object link = pair.getOutput().poll(); link != null; link = pair.getOutput().poll()) {
      NearDuplicateLink found = value(link, NearDuplicateLink.class);
      join.processElement(new StreamRecord<>(ClusterInput.of(found)));
      links++;
    }
    if (++adverts % CHECKPOINT_EVERY == 0) {
      letGo();
    }
  }

  @Override
  public long links() {
    return links;
  }

  /** Returns how many changes of clusters there are at the end, which it then lets go of. */
  int letGo() throws Exception {
    join.prepareSnapshotPreBarrier(adverts);
    int changes = join.getOutput().size();
    join.getOutput().clear();
    Queue<?> nodes = join.getSideOutput(JoinClusters.NODES);
    if (nodes != null) {
      nodes.clear();
    }
    return changes;
  }

  @Override
  public void close() throws Exception {
    sign.close();
    pair.close();
    join.close();
  }

  /** Nothing is known of it but its text: what is read of adverts is another stage's. */
  private static MatchedAdvert unmatched(Advert advert) {
    Assessment none =
        new Assessment("other", Outcome.UNDETERMINED, 0, 0, List.of(), "none", "none");
    return new MatchedAdvert(
        new AssessedAdvert(advert, "und", List.of(), Entities.none(), List.of(), none), List.of());
  }

  private static <T> T value(Object element, Class<T> type) {
    return type.cast(((StreamRecord<?>) element).getValue());
  }
}
