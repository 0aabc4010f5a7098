package org.vigie.lab.verify.surfaces;

import java.util.ArrayList;
import java.util.List;

/** Scripts of pages that try each way out of a browser to each spelling of a forbidden address. */
final class HostileScripts {
  /** Hosts that lead to this machine, or into the network that it stands in. */
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.200.0.1",
          "0x7f.0.0.1",
          "0x7f000001",
          "2130706433",
          "017700000001",
          "127.0.0.1.",
          "localhost",
          "localhost.",
          "a.localhost",
          "LOCALHOST",
          "0.0.0.0",
          "0",
          "[::1]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[64:ff9b::7f00:1]",
          "user:word@127.0.0.1",
          "①②⑦.0.0.1",
          "127。0。0。1",
          "169.254.169.254",
          "10.0.0.1",
          "[fd00::1]",
          "changing.example.org",
          "inward.example.org");

  /** What a script does with an address, {@code u} in http and {@code h} without a scheme. */
  private static final List<String> WAYS =
      List.of(
          "put('iframe', {src: u})",
          "put('iframe', {srcdoc: '<meta http-equiv=refresh content=\"0;url=' + u + '\">'})",
          "const f = put('iframe', {}); f.contentWindow.location = u",
          "put('object', {data: u})",
          "put('embed', {src: u})",
          "put('img', {src: u})",
          "put('video', {src: u, preload: 'auto'})",
          "put('script', {src: u})",
          "put('script', {src: u, type: 'module'})",
          "import(u).catch(no)",
          "put('link', {rel: 'stylesheet', href: u})",
          "put('link', {rel: 'preload', as: 'fetch', href: u})",
          "put('link', {rel: 'prefetch', href: u})",
          "put('link', {rel: 'modulepreload', href: u})",
          "put('link', {rel: 'preconnect', href: u})",
          "put('link', {rel: 'dns-prefetch', href: u})",
          "put('link', {rel: 'icon', href: u})",
          "put('link', {rel: 'manifest', href: u})",
          "put('style', {textContent: '@import \"' + u + '\";'})",
          "put('style', {textContent: 'body { background: url(' + u + ') }'})",
          "put('style', {textContent: '@font-face { font-family: f; src: url(' + u + ') }"
              + " body { font-family: f }'})",
          "fetch(u, {mode: 'no-cors'}).catch(no)",
          "fetch(u, {method: 'POST', body: 'x', mode: 'no-cors', keepalive: true}).catch(no)",
          "const x = new XMLHttpRequest(); x.open('GET', u); x.send()",
          "new EventSource(u)",
          "new WebSocket('ws://' + h)",
          "new WebTransport('https://' + h)",
          "navigator.sendBeacon(u, 'x')",
          "open(u)",
          "const l = put('a', {href: u, download: 'x'}); l.click()",
          "const m = put('form', {action: u, method: 'post', target: '_blank'}); m.submit()",
          "fetch('/away?' + encodeURIComponent(u)).catch(no)",
          "put('script', {src: '/away?' + encodeURIComponent(u)})",
          "work(`importScripts('${u}')`)",
          "work(`fetch('${u}', {mode: 'no-cors'})`)",
          "work(`new WebSocket('ws://${h}')`)",
          "new SharedWorker(URL.createObjectURL(new Blob([`fetch('${u}')`])))",
          "navigator.serviceWorker.register('/service.js?' + encodeURIComponent(u)).catch(no)",
          "call('stun:' + h.split('/')[0])",
          "call('turn:' + h.split('/')[0] + '?transport=tcp')",
          "const s = put('script', {type: 'speculationrules', textContent:"
              + " JSON.stringify({prefetch: [{source: 'list', urls: [u]}],"
              + " prerender: [{source: 'list', urls: [u]}]})})");

  private static final String TOOLS =
      """
      const no = () => {};
      const put = (name, fields) => {
        const element = Object.assign(document.createElement(name), fields);
        document.body.append(element);
        return element;
      };
      const work = code => new Worker(URL.createObjectURL(new Blob([code])));
      const call = server => {
        const link = new RTCPeerConnection({iceServers: [
          {urls: server, username: 'u', credential: 'c'}]});
        link.createDataChannel('x');
        link.createOffer().then(offer => link.setLocalDescription(offer)).catch(no);
      };
      let tried = 0;
      """;

  /** Pages that share the ways: a browser is to do them all at once, and not too many. */
  private static final int PAGES = 4;

  private HostileScripts() {}

  /** Returns how often all pages together try. */
  static int tries() {
    return HOSTS.size() * WAYS.size();
  }

  /** Returns all ways, a list for each page. */
  static List<List<String>> pages() {
    int each = (WAYS.size() + PAGES - 1) / PAGES;
    List<List<String>> pages = new ArrayList<>();
    for (int from = 0; from < WAYS.size(); from += each) {
      pages.add(WAYS.subList(from, Math.min(WAYS.size(), from + each)));
    }
    return pages;
  }

  /** Returns the ways that call another browser. */
  static List<String> calls() {
    return WAYS.stream().filter(way -> way.startsWith("call(")).toList();
  }

  /**
   * Returns a script that tries some ways to each host, and writes how often into the attribute
   * {@code tried} of the page.
   *
   * @param port where somebody listens
   */
  static String of(List<String> ways, int port) {
    StringBuilder script = new StringBuilder(TOOLS);
    for (String host : HOSTS) {
      for (String way : ways) {
        script.append(
            "try { const h = '%s:%d/x', u = 'http://' + h; %s; } catch (e) {} tried++;\n"
                .formatted(host, port, way));
      }
    }
    return script.append("document.documentElement.setAttribute('tried', tried);").toString();
  }
}
