package org.vigie.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactType;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Escalation;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.PictureHash;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.alert.BudgetAlerts;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.MatchStoredQueries;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.WithholdAlerts;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.cluster.ClusterRulings;
import org.vigie.pipeline.cluster.DetectRepeats;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.cluster.KeepVersions;
import org.vigie.pipeline.cluster.VersionSeen;
import org.vigie.pipeline.contact.BandedUse;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.contact.PairPictures;
import org.vigie.pipeline.contact.ProfileContacts;
import org.vigie.pipeline.contact.ResolvePictures;
import org.vigie.pipeline.enrich.EnrichAdvert;
import org.vigie.pipeline.escalation.WriteEscalations;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexChange.Deletion;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.index.WriteIndex;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.EventDays;
import org.vigie.pipeline.intake.InboxSource;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.IntakeFormat;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.intake.WriteDeadLetters;
import org.vigie.pipeline.neardup.PairNearDuplicates;
import org.vigie.pipeline.neardup.SignAdvert;
import org.vigie.pipeline.neardup.SignedAdvert;
import org.vigie.pipeline.network.JoinNetworks;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.state.Remembered;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.topic.TopicLine;
import org.vigie.pipeline.topic.TopicLines;
import org.vigie.pipeline.topic.TopicSource;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.document.RecordJson;

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
    SingleOutputStreamOperator<Advert> adverts = sorted(env, readers);
    SingleOutputStreamOperator<Advert> enriched = enriched(adverts);
    writeDeadLetters(adverts, enriched);
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
    SingleOutputStreamOperator<IndexChange> contacts =
        contacts(
            resolved(
                all.getSideOutput(DetectRepeats.CONTACT_USES),
                adverts.getSideOutput(SortIntake.PICTURES)));
    SingleOutputStreamOperator<IndexChange> clusters =
        clusters(
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
                leads(clusters.getSideOutput(JoinClusters.LEADS)),
                networks(clusters.getSideOutput(JoinClusters.NODES)));
    ends.alerts().ifPresent(topic -> alertsTo(topic, changes));
    WriteIndex.attach(changes, index, config.shards());
  }

  /** An alert that no longer holds is a message without a value: its key is to be forgotten. */
  private void alertsTo(TopicAddress topic, DataStream<IndexChange> all) {
    DataStream<IndexChange> changes = all;
    if (!ends.withheld().isEmpty()) {
      changes =
          all.process(new WithholdAlerts(ends.withheld()))
              .returns(TypeInformation.of(IndexChange.class))
              .setParallelism(1)
              .name("withhold alerts")
              .uid(WithholdAlerts.UID);
    }
    changes
        // Changes of one alert stay in their order.
        .keyBy(IndexChange::key)
        .filter(change -> change.alert() != null || change.deleted() == Deletion.ALERT)
        .name("changes of alerts")
        .uid("changes-of-alerts")
        .map(AdvertJob::line)
        .returns(TypeInformation.of(TopicLine.class))
        .name("alerts as messages")
        .uid("alerts-as-messages")
        .sinkTo(TopicLines.sink(topic, ends.settings()))
        .name("alerts to topic")
        .uid("alerts-to-topic");
  }

  private static TopicLine line(IndexChange change) {
    return new TopicLine(
        change.key(), change.alert() == null ? null : RecordJson.write(change.alert()));
  }

  private static TopicLine line(DeadLetter dead) {
    return new TopicLine(dead.container() + ":" + dead.position(), RecordJson.write(dead));
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

  private SingleOutputStreamOperator<Advert> sorted(StreamExecutionEnvironment env, int readers)
      throws IOException {
    ErasedAdverts erased = ErasedAdverts.of(workspace);
    TemplateFolders templates = TemplateFolders.of(workspace, config.models());
    InboxSource source =
        new InboxSource(
            workspace.inbox(), new IntakeFormat(workspace.inbox(), templates, erased, plugins));
    DataStream<Intake> intake =
        env.fromSource(
                source,
                WatermarkStrategy.noWatermarks(),
                "read inputs",
                TypeInformation.of(Intake.class))
            .setParallelism(readers)
            .uid("read-inputs")
            // Not in the source: there nobody tells a reader that has finished its files idle.
            .assignTimestampsAndWatermarks(EventDays.watermarks())
            .setParallelism(readers)
            .name("days of inputs")
            .uid("days-of-inputs");
    for (InputTopic topic : topics) {
      intake = intake.union(TopicSource.attach(env, topic, templates, erased, ends.settings()));
    }
    SingleOutputStreamOperator<Advert> adverts =
        intake
            .process(new SortIntake(workspace.inbox()))
            .returns(TypeInformation.of(Advert.class))
            // As what it reads: so no network lies between.
            .setParallelism(topics.isEmpty() ? readers : env.getParallelism())
            .name("sort intake")
            .uid(SortIntake.UID);
    return adverts;
  }

  /** Where nobody adds anything there is no such step. */
  private SingleOutputStreamOperator<Advert> enriched(SingleOutputStreamOperator<Advert> adverts) {
    List<PluginSpec> enrichers = plugins.of(PluginKind.ENRICHER);
    if (enrichers.isEmpty()) {
      return adverts;
    }
    return adverts
        .process(new EnrichAdvert(enrichers))
        .returns(TypeInformation.of(Advert.class))
        .setParallelism(adverts.getParallelism())
        .name("enrich adverts")
        .uid(EnrichAdvert.UID);
  }

  private void writeDeadLetters(
      SingleOutputStreamOperator<Advert> adverts, SingleOutputStreamOperator<Advert> enriched) {
    DataStream<DeadLetter> dead = adverts.getSideOutput(SortIntake.DEAD_LETTERS);
    if (!plugins.of(PluginKind.ENRICHER).isEmpty()) {
      dead = dead.union(enriched.getSideOutput(SortIntake.DEAD_LETTERS));
    }
    dead.process(new WriteDeadLetters(workspace.deadLetters()))
        .setParallelism(1)
        .name("write dead letters")
        .uid(WriteDeadLetters.UID)
        .sinkTo(new DiscardingSink<>())
        .setParallelism(1)
        .name("dead letters")
        .uid("end-of-dead-letters");
    DataStream<DeadLetter> all = dead;
    ends.deadLetters().ifPresent(topic -> deadLettersTo(topic, all));
  }

  private void deadLettersTo(TopicAddress topic, DataStream<DeadLetter> dead) {
    dead.map((DeadLetter letter) -> line(letter))
        .returns(TypeInformation.of(TopicLine.class))
        .name("dead letters as messages")
        .uid("dead-letters-as-messages")
        .sinkTo(TopicLines.sink(topic, ends.settings()))
        .name("dead letters to topic")
        .uid("dead-letters-to-topic");
  }

  private DataStream<IndexChange> versions(DataStream<VersionSeen> seen) {
    return seen.keyBy(
            version -> Remembered.group(version.place()), TypeInformation.of(Integer.class))
        .process(new KeepVersions(config.horizon()))
        .returns(TypeInformation.of(IndexChange.class))
        .name("keep versions")
        .uid(KeepVersions.UID);
  }

  private DataStream<IndexChange> leads(DataStream<Lead> leads) {
    return leads
        .keyBy(Lead::matcher)
        .process(new BudgetAlerts(config.alertRules().dailyBudget()))
        .returns(TypeInformation.of(IndexChange.class))
        .name("keep to the daily budget")
        .uid(BudgetAlerts.UID);
  }

  /** Accounts and pictures are told of as contacts are; a picture once its hash is known. */
  private DataStream<ContactUse> resolved(
      DataStream<ContactUse> uses, DataStream<PictureHash> pictures) {
    DataStream<ContactUse> resolved =
        uses.filter(use -> use.type() == ContactType.PICTURE && !PairPictures.isOfLook(use))
            .name("pictures of adverts")
            .uid("pictures-of-adverts")
            .connect(pictures)
            .keyBy(ResolvePictures::address, PictureHash::address)
            .transform(
                "resolve pictures",
                TypeInformation.of(ContactUse.class),
                new ResolvePictures(config.horizon()))
            .uid(ResolvePictures.UID);
    return uses.filter(use -> use.type() != ContactType.PICTURE)
        .name("contacts of adverts")
        .uid("contacts-of-adverts")
        .union(resolved, alike(uses));
  }

  /** Pictures that look the same are told of as one. */
  private DataStream<ContactUse> alike(DataStream<ContactUse> uses) {
    return uses.filter(PairPictures::isOfLook)
        .name("looks of pictures")
        .uid("looks-of-pictures")
        .flatMap(BandedUse::toEach)
        .returns(TypeInformation.of(BandedUse.class))
        .name("bands of looks")
        .uid("bands-of-looks")
        .keyBy(BandedUse::band)
        .process(new PairPictures(config.horizon()))
        .returns(TypeInformation.of(ContactUse.class))
        .name("pair pictures")
        .uid(PairPictures.UID);
  }

  private SingleOutputStreamOperator<IndexChange> contacts(DataStream<ContactUse> uses) {
    return uses.keyBy(ContactUse::contact)
        .transform(
            "profile contacts",
            TypeInformation.of(IndexChange.class),
            new ProfileContacts(
                config.models(),
                config.alertRules(),
                config.networks(),
                watch.watchlist(),
                PromptFlush.of(ends.alerts()),
                config.horizon()))
        .uid(ProfileContacts.UID);
  }

  private DataStream<IndexChange> networks(DataStream<NetworkNode> clusters) {
    return clusters
        .keyBy(unused -> JoinNetworks.KEY, TypeInformation.of(Integer.class))
        .transform(
            "join networks",
            TypeInformation.of(IndexChange.class),
            new JoinNetworks(config.models(), config.networks(), config.alertRules()))
        .setParallelism(1)
        .uid(JoinNetworks.UID);
  }

  private SingleOutputStreamOperator<IndexChange> clusters(
      DataStream<AssessedAdvert> assessed,
      DataStream<Advert> stillSeen,
      DataStream<ContactSigns> signs) {
    DataStream<SignedAdvert> signed =
        sign(assessed, AssessedAdvert::advert, "sign adverts", SignAdvert.UID)
            .union(
                sign(stillSeen, advert -> advert, "sign adverts again", SignAdvert.UID + "-again"));
    DataStream<NearDuplicateLink> links =
        signed
            .keyBy(unused -> PairNearDuplicates.KEY, TypeInformation.of(Integer.class))
            .process(new PairNearDuplicates(config.nearDuplicates(), config.horizon()))
            .returns(TypeInformation.of(NearDuplicateLink.class))
            .name("pair near-duplicates")
            .setParallelism(1)
            .uid(PairNearDuplicates.UID);
    TypeInformation<ClusterInput> type = TypeInformation.of(ClusterInput.class);
    return assessed
        .map(new MatchStoredQueries(watch, config.nearDuplicates()))
        .returns(TypeInformation.of(MatchedAdvert.class))
        .name("match stored queries")
        .uid(MatchStoredQueries.UID)
        .map(ClusterInput::of)
        .returns(type)
        .name("members")
        .uid("members")
        .union(
            // As its input is: it needs no network between.
            links
                .map((NearDuplicateLink link) -> ClusterInput.of(link))
                .returns(type)
                .name("links")
                .setParallelism(1)
                .uid("links"),
            stillSeen
                .map(ClusterInput::stillSeen)
                .returns(type)
                .name("adverts seen still")
                .uid("adverts-seen-still"),
            signs
                .map((ContactSigns shown) -> ClusterInput.of(shown))
                .returns(type)
                .name("signs of contacts")
                .uid("signs-of-contacts"))
        .keyBy(unused -> JoinClusters.KEY, TypeInformation.of(Integer.class))
        .transform(
            "join clusters",
            TypeInformation.of(IndexChange.class),
            new JoinClusters(
                config.models(),
                config.alertRules(),
                watch,
                PromptFlush.of(ends.alerts()),
                new ClusterRulings(rulings, index, config.nearDuplicates()),
                config.horizon()))
        .setParallelism(1)
        .uid(JoinClusters.UID);
  }

  private <T> DataStream<SignedAdvert> sign(
      DataStream<T> holders, SignAdvert.AdvertOf<T> advert, String name, String uid) {
    return holders
        .flatMap(new SignAdvert<>(config.nearDuplicates(), advert))
        .returns(TypeInformation.of(SignedAdvert.class))
        .name(name)
        .uid(uid);
  }

  private static <T> DataStream<IndexChange> changes(
      DataStream<T> values,
      org.apache.flink.api.common.functions.MapFunction<T, IndexChange> put,
      String what) {
    return values
        .map(put)
        .returns(TypeInformation.of(IndexChange.class))
        .name(what + " to index")
        .uid("index-" + what.replace(' ', '-'));
  }
}
