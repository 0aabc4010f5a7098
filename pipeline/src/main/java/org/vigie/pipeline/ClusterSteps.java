package org.vigie.pipeline;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.BudgetAlerts;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.MatchStoredQueries;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.cluster.ClusterRulings;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.PairNearDuplicates;
import org.vigie.pipeline.neardup.SignAdvert;
import org.vigie.pipeline.neardup.SignedAdvert;
import org.vigie.pipeline.network.JoinNetworks;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.topic.TopicEnds;

/** The steps that put near-identical adverts into clusters, and those into networks. */
final class ClusterSteps {
  private final RunConfig config;
  private final Watch watch;
  private final List<ClusterRuling> rulings;
  private final TopicEnds ends;
  private final IndexPlace index;

  ClusterSteps(
      RunConfig config,
      Watch watch,
      List<ClusterRuling> rulings,
      TopicEnds ends,
      IndexPlace index) {
    this.config = config;
    this.watch = watch;
    this.rulings = List.copyOf(rulings);
    this.ends = ends;
    this.index = index;
  }

  /** Returns what clusters change in the index; what networks and leads need is beside. */
  SingleOutputStreamOperator<IndexChange> clusters(
      DataStream<AssessedAdvert> assessed,
      DataStream<Advert> stillSeen,
      DataStream<ContactSigns> signs) {
    DataStream<NearDuplicateLink> links = links(assessed, stillSeen);
    TypeInformation<ClusterInput> type = TypeInformation.of(ClusterInput.class);
    return assessed
        .map(new MatchStoredQueries(watch, config.grouping().nearDuplicates()))
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
                config.grouping().alertRules(),
                watch,
                PromptFlush.of(ends.alerts()),
                new ClusterRulings(rulings, index, config.grouping().nearDuplicates()),
                config.horizon()))
        .setParallelism(1)
        .uid(JoinClusters.UID);
  }

  DataStream<IndexChange> networks(DataStream<NetworkNode> clusters) {
    return clusters
        .keyBy(unused -> JoinNetworks.KEY, TypeInformation.of(Integer.class))
        .transform(
            "join networks",
            TypeInformation.of(IndexChange.class),
            new JoinNetworks(
                config.models(), config.grouping().networks(), config.grouping().alertRules()))
        .setParallelism(1)
        .uid(JoinNetworks.UID);
  }

  DataStream<IndexChange> leads(DataStream<Lead> leads) {
    return leads
        .keyBy(Lead::matcher)
        .process(new BudgetAlerts(config.grouping().alertRules().dailyBudget()))
        .returns(TypeInformation.of(IndexChange.class))
        .name("keep to the daily budget")
        .uid(BudgetAlerts.UID);
  }

  private DataStream<NearDuplicateLink> links(
      DataStream<AssessedAdvert> assessed, DataStream<Advert> stillSeen) {
    return sign(assessed, AssessedAdvert::advert, "sign adverts", SignAdvert.UID)
        .union(sign(stillSeen, advert -> advert, "sign adverts again", SignAdvert.UID + "-again"))
        .keyBy(unused -> PairNearDuplicates.KEY, TypeInformation.of(Integer.class))
        .process(new PairNearDuplicates(config.grouping().nearDuplicates(), config.horizon()))
        .returns(TypeInformation.of(NearDuplicateLink.class))
        .name("pair near-duplicates")
        .setParallelism(1)
        .uid(PairNearDuplicates.UID);
  }

  private <T> DataStream<SignedAdvert> sign(
      DataStream<T> holders, SignAdvert.AdvertOf<T> advert, String name, String uid) {
    return holders
        .flatMap(new SignAdvert<>(config.grouping().nearDuplicates(), advert))
        .returns(TypeInformation.of(SignedAdvert.class))
        .name(name)
        .uid(uid);
  }
}
