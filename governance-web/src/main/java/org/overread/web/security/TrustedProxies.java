package org.overread.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxies whose forwarded headers are believed, each an address or a network such as {@code 10.0.0.0/8}. Without any
 * nothing is believed.
 */
record TrustedProxies(List<Network> networks) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** So many leading bits of an address. */
    record Network(InetAddress base, int bits) {
        boolean holds(InetAddress address) {
            var mine = base.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads what an operator has set, separated by commas.
     *
     * @throws IllegalArgumentException naming the part that is no address and no network
     */
    static TrustedProxies of(String setting) {
        return new TrustedProxies(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** The address of somebody as a header names it; never asks a name server. */
    static InetAddress address(String text) throws UnknownHostException {
        if (!ADDRESS.matcher(text).matches()) {
            throw new UnknownHostException("not an address");
        }
        return InetAddress.getByName(text);
    }

    private static Network network(String part) {
        try {
            int slash = part.indexOf('/');
            var base = address(slash < 0 ? part : part.substring(0, slash));
            int most = base.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(part.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new NumberFormatException("out of range");
            }
            return new Network(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "OVERREAD_TRUSTED_PROXIES: \"" + part + "\" is neither an address nor a network such as 10.0.0.0/8",
                    e);
        }
    }
}
