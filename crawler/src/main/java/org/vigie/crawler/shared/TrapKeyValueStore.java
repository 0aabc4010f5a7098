package org.vigie.crawler.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.politeness.KeyValueStore;

/**
 * What was counted of traps, host by host: kept by this process, and told to the log when a page of
 * the host is, so that the next owner knows it. Each port of a host is counted by itself, but all
 * of them have one owner. Safe for use by several threads.
 */
final class TrapKeyValueStore implements KeyValueStore {
  private final KeyValueStore local;
  private final Map<String, String> untold = new HashMap<>();

  /**
   * @param local where this process keeps it
   */
  TrapKeyValueStore(KeyValueStore local) {
    this.local = local;
  }

  @Override
  public byte @Nullable [] get(String host) throws IOException {
    return local.get(host);
  }

  @Override
  public List<byte[]> all() throws IOException {
    return local.all();
  }

  @Override
  public void put(String host, byte[] counts) throws IOException {
    local.put(host, counts);
    synchronized (untold) {
      untold.put(host, new String(counts, UTF_8));
    }
  }

  @Override
  public void remove(String host) throws IOException {
    local.remove(host);
    synchronized (untold) {
      untold.remove(host);
    }
  }

  /** Keeps what the owner of a host before this process has counted. */
  void learn(UrlEvent.Traps traps) throws IOException {
    local.put(traps.host(), traps.counts().getBytes(UTF_8));
  }

  /** Returns the hosts, without port, of which not all was told. */
  Set<String> untold() {
    synchronized (untold) {
      return untold.keySet().stream().map(TrapKeyValueStore::hostOf).collect(Collectors.toSet());
    }
  }

  /** Returns what was not told yet of a host, whatever its port, which is to be told now. */
  List<UrlEvent.Traps> tell(String host) {
    synchronized (untold) {
      List<UrlEvent.Traps> told = new ArrayList<>();
      untold.forEach((site, counts) -> {
        if (hostOf(site).equals(host)) {
          told.add(new UrlEvent.Traps(site, counts));
        }
      });
      told.forEach(traps -> untold.remove(traps.host()));
      return told;
    }
  }

  private static String hostOf(String site) {
    return new Target("http://" + site + "/", 0, 0).host();
  }
}
