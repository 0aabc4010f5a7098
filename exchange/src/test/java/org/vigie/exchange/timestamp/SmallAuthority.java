package org.vigie.exchange.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/** An authority for time stamps on loopback, with a root of its own, for tests. */
public final class SmallAuthority implements AutoCloseable {
  private static final String ALGORITHM = "SHA256withECDSA";

  private final KeyPair rootKeys = keys();
  private final KeyPair keys = keys();
  private final X509Certificate root;
  private final X509Certificate own;
  private final Clock clock;
  private final HttpServer server;
  private int stamped;
  private boolean down;
  private byte @Nullable [] always;

  /** Starts one whose stamps bear a clock's time. */
  public SmallAuthority(Clock clock) throws Exception {
    this.clock = clock;
    root = certificate("CN=Example Root", rootKeys, "CN=Example Root", new BasicConstraints(true));
    own =
        certificate(
            "CN=Example Stamps",
            keys,
            "CN=Example Root",
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns how settings of the audit name it. */
  public String place() {
    return "tsa+" + address();
  }

  /** Returns where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Returns how many stamps it gave. */
  public int stamped() {
    return stamped;
  }

  /** Writes the certificate of its root. */
  public Path writeRoot(Path file) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(root.getEncoded());
    return Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate certificate(String name, KeyPair of, String issuer, ASN1Object extension)
      throws Exception {
    ASN1ObjectIdentifier kind =
        extension instanceof BasicConstraints
            ? Extension.basicConstraints
            : Extension.extendedKeyUsage;
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(name.hashCode()).abs(),
                    Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2099-01-01T00:00:00Z")),
                    new X500Name(name),
                    of.getPublic())
                .addExtension(kind, true, extension)
                .build(new JcaContentSignerBuilder(ALGORITHM).build(rootKeys.getPrivate())));
  }

  /** Lets it answer no more, or again. */
  public void setDown(boolean isDown) {
    down = isDown;
  }

  /** Lets it answer whatever it is asked with one token. */
  public void setAlways(byte[] token) throws IOException {
    PKIStatusInfo granted = new PKIStatusInfo(PKIStatus.granted);
    always = new TimeStampResp(granted, ContentInfo.getInstance(token)).getEncoded();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (down) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      byte[] query = exchange.getRequestBody().readAllBytes();
      byte[] reply = always == null ? reply(query) : always;
      exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private byte[] reply(byte[] query) throws Exception {
    DigestCalculator sha256 =
        new JcaDigestCalculatorProviderBuilder()
            .build()
            .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, keys.getPrivate(), own),
            sha256,
            new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"));
    tokens.addCertificates(new JcaCertStore(List.of(own)));
    stamped++;
    return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
        .generate(
            new TimeStampRequest(query), BigInteger.valueOf(stamped), Date.from(clock.instant()))
        .getEncoded();
  }

  /** Returns a token without its signed attributes, and one without its content. */
  public static List<byte[]> lackingSomething(byte[] token) throws IOException {
    SignedData all = SignedData.getInstance(ContentInfo.getInstance(token).getContent());
    SignerInfo signer = SignerInfo.getInstance(all.getSignerInfos().getObjectAt(0));
    SignerInfo bare =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            (ASN1Set) null,
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            null);
    ContentInfo empty = new ContentInfo(all.getEncapContentInfo().getContentType(), null);
    return List.of(
        token(all, all.getEncapContentInfo(), bare).getEncoded(),
        token(all, empty, signer).getEncoded());
  }

  private static ContentInfo token(SignedData all, ContentInfo content, SignerInfo signer) {
    return new ContentInfo(
        CMSObjectIdentifiers.signedData,
        new SignedData(
            all.getDigestAlgorithms(),
            content,
            all.getCertificates(),
            all.getCRLs(),
            new DERSet(signer)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
