package org.porchlight.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends whoever came by plain HTTP to the same address by HTTPS: old bookmarks go on, and nothing is answered in the clear. */
final class ToHttps extends Handler.Wrapper {

    ToHttps(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.isSecure()) {
            return super.handle(request, response, callback);
        }
        HttpURI there = HttpURI.build(request.getHttpURI())
                .scheme("https")
                .host(Request.getServerName(request))
                .port(Request.getServerPort(request));
        Response.sendRedirect(request, response, callback, HttpStatus.TEMPORARY_REDIRECT_307, there.asString(), false);
        return true;
    }
}
