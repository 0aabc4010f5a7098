package org.vigie.pipeline;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.AddressResolution;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystemLoader;
import org.jspecify.annotations.Nullable;

/**
 * Loads what Flink's parts speak to each other by once for all runs of a process: by itself Flink
 * unpacks it and loads its classes anew for each.
 */
public final class RpcLoadedOnce implements RpcSystemLoader {
  private static @Nullable RpcSystem loaded;

  @Override
  public int getLoadPriority() {
    return Integer.MIN_VALUE;
  }

  @Override
  public RpcSystem loadRpcSystem(Configuration config) {
    return load(config);
  }

  private static synchronized RpcSystem load(Configuration config) {
    RpcSystem system = loaded;
    if (system == null) {
      system = new Kept(new PekkoRpcSystemLoader().loadRpcSystem(config));
      loaded = system;
    }
    return system;
  }

  /** Stays open when a run ends. */
  private record Kept(RpcSystem system) implements RpcSystem {
    @Override
    public RpcServiceBuilder localServiceBuilder(Configuration config) {
      return system.localServiceBuilder(config);
    }

    @Override
    public RpcServiceBuilder remoteServiceBuilder(
        Configuration config, @Nullable String address, String ports) {
      return system.remoteServiceBuilder(config, address, ports);
    }

    @Override
    public String getRpcUrl(
        String host, int port, String endpoint, AddressResolution resolution, Configuration config)
        throws UnknownHostException {
      return system.getRpcUrl(host, port, endpoint, resolution, config);
    }

    @Override
    public InetSocketAddress getInetSocketAddressFromRpcUrl(String url) throws Exception {
      return system.getInetSocketAddressFromRpcUrl(url);
    }

    @Override
    public long getMaximumMessageSizeInBytes(Configuration config) {
      return system.getMaximumMessageSizeInBytes(config);
    }
  }
}
