package org.vigie.pipeline.network;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The former names of networks under which some of their members are placed still.
 *
 * <p>A network that grows takes another name now and then, and so would rewrite all its members.
 * They stay where they are as long as it only grows: it holds the cluster after which it was named
 * before, so that no other network can come to bear that name. A network from which anything is
 * taken places all its members anew.
 *
 * <p>Keyed state: former name → the name that came after it. End of life: when nothing is placed
 * under it any more.
 */
final class NetworkNames {
  private static final MapStateDescriptor<String, String> FORMER =
      new MapStateDescriptor<>("former-names", Types.STRING, Types.STRING);

  private final MapState<String, String> former;

  NetworkNames(RuntimeContext context) {
    former = context.getMapState(FORMER);
  }

  /** Returns the name that the network has in the index of which something is placed under one. */
  String present(String name) throws Exception {
    Set<String> passed = new HashSet<>();
    String at = name;
    for (@Nullable String next = former.get(at); next != null; next = former.get(at)) {
      if (!passed.add(at)) {
        throw new IllegalStateException("former names must lead to a network, but go round " + at);
      }
      at = next;
    }
    return at;
  }

  /** Takes note that members of a network stay placed under the name that it had. */
  void lead(String name, String present) throws Exception {
    former.put(name, present);
  }

  /** Takes note that nothing is placed any more under names but those of networks that stand. */
  void forget(Set<String> names) throws Exception {
    for (String name : names) {
      former.remove(name);
    }
  }
}
