package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.vigie.world.FakeMisp;

/** A fake MISP with TLS, under a certificate of its own for localhost. */
record TlsMisp(FakeMisp misp) implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Starts one, and writes its certificate to {@code tls.pem} of a folder. */
  static TlsMisp start(String key, Path folder) throws Exception {
    Path store = folder.resolve("tls.p12");
    keytool(
        folder,
        "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost");
    keytool(folder, "-exportcert -rfc -file tls.pem");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new TlsMisp(FakeMisp.start(key, server));
  }

  String address() {
    return "https://localhost:" + misp.address().getPort() + "/";
  }

  private static void keytool(Path folder, String words) throws Exception {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String all = words + " -alias misp -keystore tls.p12 -storetype PKCS12 -storepass changeit";
    Process process =
        new ProcessBuilder((tool + " " + all).split(" ", -1))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @Override
  public void close() {
    misp.close();
  }
}
