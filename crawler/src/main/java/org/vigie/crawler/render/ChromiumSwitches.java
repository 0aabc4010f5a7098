package org.vigie.crawler.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The switches that leave Chromium a page and nothing else. */
final class ChromiumSwitches {
  private static final List<String> FIXED =
      List.of(
          "--headless=new",
          "--remote-debugging-pipe",
          // Its only proxy does not exist and no name has an address: all that is not answered by
          // our own hand fails, loopback and literal addresses included.
          "--proxy-server=http://nowhere.invalid:1",
          "--proxy-bypass-list=<-loopback>",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--disable-quic",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--dns-prefetch-disable",
          "--no-pings",
          // What a browser does of its own accord.
          "--disable-background-networking",
          "--disable-client-side-phishing-detection",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-extensions",
          "--disable-sync",
          "--disable-breakpad",
          "--no-first-run",
          "--no-default-browser-check",
          "--password-store=basic",
          "--disable-features=AsyncDns,Translate,MediaRouter,OptimizationHints,WebRtcHideLocalIpsWithMdns"
              + ",InterestFeedContentSuggestions,AutofillServerCommunication,Prerender2",
          // What a page of text has no need of.
          "--blink-settings=imagesEnabled=false",
          "--block-new-web-contents",
          "--deny-permission-prompts",
          "--disable-notifications",
          "--disable-gpu",
          "--disable-software-rasterizer",
          "--disable-dev-shm-usage",
          "--mute-audio",
          "--hide-scrollbars",
          "--window-size=1280,2000",
          // Its scripts may take less than the limit on all of its memory.
          "--js-flags=--max-old-space-size=384");

  private ChromiumSwitches() {}

  static List<String> all(Path profile, String userAgent) {
    List<String> all = new ArrayList<>(FIXED);
    all.add("--user-data-dir=" + profile);
    all.add("--user-agent=" + userAgent);
    all.add("about:blank");
    return all;
  }
}
