package org.vigie.world;

import java.util.Optional;
import org.vigie.advert.Channel;

/** One of the sites of a world. */
enum Host {
  ANNONCES("annonces.example.org", Channel.CLASSIFIEDS),
  JOBS("jobs.example.org", Channel.JOB_BOARD),
  TELEGRAM("telegram.example.org", Channel.MESSAGING),
  NEWS("news.example.org", Channel.FEED),
  BOARD("board.example.org", Channel.CLASSIFIEDS);

  private final String hostName;
  private final Channel channel;

  Host(String hostName, Channel channel) {
    this.hostName = hostName;
    this.channel = channel;
  }

  String hostName() {
    return hostName;
  }

  Channel channel() {
    return channel;
  }

  /** Returns the address of the site with the port left out. */
  String origin() {
    return "http://" + hostName;
  }

  static Optional<Host> find(String hostName) {
    for (Host host : values()) {
      if (host.hostName.equals(hostName)) {
        return Optional.of(host);
      }
    }
    return Optional.empty();
  }
}
