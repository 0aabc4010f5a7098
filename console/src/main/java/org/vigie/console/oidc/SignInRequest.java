package org.vigie.console.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * What is remembered of a person on the way to the provider and back.
 *
 * @param state must come back with the person
 * @param nonce must stand in the ID token
 * @param verifier shows the provider that the code is redeemed by who asked for it (RFC 7636)
 * @param until when it is forgotten
 */
public record SignInRequest(State state, Nonce nonce, CodeVerifier verifier, Instant until) {}
