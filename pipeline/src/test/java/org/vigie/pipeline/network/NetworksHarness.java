package org.vigie.pipeline.network;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;

/** The operator that joins networks, with models and few clusters that a contact may join. */
final class NetworksHarness
    extends IndexHarness<Integer, NetworkNode> {
  static final NetworkConfig FEW = new NetworkConfig(4, 3, 3);

  NetworksHarness() throws Exception {
    this(FEW);
  }

  NetworksHarness(NetworkConfig config) throws Exception {
    super(
        new JoinNetworks(
            Path.of(System.getProperty("vigie.root"), "models"),
            config,
            AlertRuleConfig.defaults()),
        unused -> JoinNetworks.KEY,
        Types.INT);
  }

  /** Returns what is indexed of some pieces of a history, with a checkpoint after each. */
  @SafeVarargs
  static NetworkIndex indexAfter(List<NetworkNode>... pieces) throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (int barrier = 0; barrier < pieces.length; barrier++) {
        for (NetworkNode node : pieces[barrier]) {
          operator.processElement(node, 0);
        }
        operator.prepareSnapshotPreBarrier(barrier + 1);
      }
      operator.extractOutputValues().forEach(index::apply);
    }
    return index;
  }
}
