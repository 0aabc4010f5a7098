package org.vigie.pipeline.cluster;

import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.network.NetworkNode;

/** Takes what clusters change in the index, in networks and in leads. */
final class ClusterOutput {
  private final Output<StreamRecord<IndexChange>> output;

  ClusterOutput(Output<StreamRecord<IndexChange>> output) {
    this.output = output;
  }

  void index(IndexChange change) {
    output.collect(new StreamRecord<>(change));
  }

  void networks(NetworkNode node) {
    output.collect(JoinClusters.NODES, new StreamRecord<>(node));
  }

  void leads(Lead lead) {
    output.collect(JoinClusters.LEADS, new StreamRecord<>(lead));
  }
}
