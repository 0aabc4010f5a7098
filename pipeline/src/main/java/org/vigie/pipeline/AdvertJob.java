package org.vigie.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Escalation;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.cluster.DetectRepeats;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.cluster.KeepVersions;
import org.vigie.pipeline.cluster.VersionSeen;
import org.vigie.pipeline.contact.ProfileContacts;
import org.vigie.pipeline.escalation.WriteEscalations;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.index.WriteIndex;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.state.Remembered;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The job graph: inputs → repeats → assessment → near-duplicates → clusters → networks, beside them
 * contacts, which tell clusters of their signs → index, alerts.
 *
 * <p>It never ends by itself: it watches the inbox. Whoever starts it stops it with a savepoint.
 */
final class AdvertJob {
  /**
   * How long a record waits for others that go to the next step with it, where somebody waits for
   * alerts: several times on its way. At Flink's own tenth of a second half of all alerts took a
   * third of a second ({@code bench/latency}), at this a seventh.
   */
  private static final Duration PROMPT_BUFFERS = Duration.ofMillis(20);

  private final Workspace workspace;
  private final RunConfig config;
  private final Watch watch;
  private final List<ClusterRuling> rulings;
  private final List<InputTopic> topics;
  private final TopicEnds ends;
  private final IndexPlace index;
  private final PluginSet plugins;

  /**
   * @param rulings what people said of which adverts belong together
   * @param topics topics that are read beside the inbox
   * @param ends topics that are written
   * @param index where the index is written
   */
  AdvertJob(
      Workspace workspace,
      RunConfig config,
      Watch watch,
      List<ClusterRuling> rulings,
      List<InputTopic> topics,
      TopicEnds ends,
      IndexPlace index) {
    this(workspace, config, watch, rulings, topics, ends, index, PluginSet.none());
  }

  /**
   * @param plugins what of others reads pages and adds fields
   */
  AdvertJob(
      Workspace workspace,
      RunConfig config,
      Watch watch,
      List<ClusterRuling> rulings,
      List<InputTopic> topics,
      TopicEnds ends,
      IndexPlace index,
      PluginSet plugins) {
    this.plugins = plugins;
    this.rulings = List.copyOf(rulings);
    this.index = index;
    this.workspace = workspace;
    this.config = config;
    this.watch = watch;
    this.topics = List.copyOf(topics);
    this.ends = ends;
  }

  /** Adds the job to an environment, with as many readers of files as there may be. */
  void build(StreamExecutionEnvironment env) throws IOException {
    build(env, env.getParallelism());
  }

  /**
   * Adds the job to an environment.
   *
   * @param readers how many files are read side by side, from 1 to the environment's parallelism.
   *     One that gets no file holds the stream's clock back for a while
   */
  void build(StreamExecutionEnvironment env, int readers) throws IOException {
    if (ends.alerts().isPresent()) {
      env.setBufferTimeout(PROMPT_BUFFERS.toMillis());
    }
    IntakeSteps intake = new IntakeSteps(workspace, config, topics, ends, plugins);
    SingleOutputStreamOperator<Advert> adverts = intake.sorted(env, readers);
    SingleOutputStreamOperator<Advert> enriched = intake.enriched(adverts);
    intake.writeDeadLetters(adverts, enriched);
    SingleOutputStreamOperator<AssessedAdvert> all =
        enriched
            .connect(adverts.getSideOutput(SortIntake.OBSERVATIONS))
            .keyBy(
                advert -> Remembered.group(advert.id()),
                observation -> Remembered.group(observation.advertId()),
                TypeInformation.of(Integer.class))
            .process(new DetectRepeats(new AssessAdvert(config.models()), config.horizon()))
            .returns(TypeInformation.of(AssessedAdvert.class))
            .name("detect repeats, assess adverts")
            .uid(DetectRepeats.UID);
    escalate(all);
    DataStream<AssessedAdvert> assessed =
        all.filter(advert -> !advert.minorRisk())
            .name("keep minor-risk adverts out")
            .uid("keep-minor-risk-out");
    ContactSteps ofContacts = new ContactSteps(config, watch, ends);
    SingleOutputStreamOperator<IndexChange> contacts =
        ofContacts.contacts(
            ofContacts.resolved(
                all.getSideOutput(DetectRepeats.CONTACT_USES),
                adverts.getSideOutput(SortIntake.PICTURES)));
    ClusterSteps ofClusters = new ClusterSteps(config, watch, rulings, ends, index);
    SingleOutputStreamOperator<IndexChange> clusters =
        ofClusters.clusters(
            assessed,
            all.getSideOutput(DetectRepeats.STILL_SEEN),
            contacts.getSideOutput(ProfileContacts.SIGNS));
    DataStream<IndexChange> changes =
        changes(all.getSideOutput(DetectRepeats.SIGHTINGS), IndexChange::put, "sightings")
            .union(
                changes(assessed, IndexChange::put, "adverts"),
                changes(all.getSideOutput(DetectRepeats.LATE), IndexChange::put, "late adverts"),
                versions(all.getSideOutput(DetectRepeats.VERSIONS)),
                contacts,
                clusters,
                ofClusters.leads(clusters.getSideOutput(JoinClusters.LEADS)),
                ofClusters.networks(clusters.getSideOutput(JoinClusters.NODES)));
    ends.alerts().ifPresent(topic -> new TopicSteps(ends).alerts(topic, changes));
    WriteIndex.attach(changes, index, config.shards());
  }

  /** Minor-risk adverts end here: no index, no cluster and no stored query sees them. */
  private void escalate(DataStream<AssessedAdvert> all) {
    all.filter(AssessedAdvert::minorRisk)
        .name("minor-risk adverts")
        .uid("minor-risk-adverts")
        .map(Escalation::of)
        .returns(TypeInformation.of(Escalation.class))
        .name("escalations")
        .uid("escalations")
        .process(new WriteEscalations(workspace.escalations()))
        .setParallelism(1)
        .name("write escalations")
        .uid(WriteEscalations.UID)
        .sinkTo(new DiscardingSink<>())
        .setParallelism(1)
        .name("escalated")
        .uid("end-of-escalations");
  }

  private DataStream<IndexChange> versions(DataStream<VersionSeen> seen) {
    return seen.keyBy(
            version -> Remembered.group(version.place()), TypeInformation.of(Integer.class))
        .process(new KeepVersions(config.horizon()))
        .returns(TypeInformation.of(IndexChange.class))
        .name("keep versions")
        .uid(KeepVersions.UID);
  }

  private static <T> DataStream<IndexChange> changes(
      DataStream<T> values, MapFunction<T, IndexChange> put, String what) {
    return values
        .map(put)
        .returns(TypeInformation.of(IndexChange.class))
        .name(what + " to index")
        .uid("index-" + what.replace(' ', '-'));
  }
}
